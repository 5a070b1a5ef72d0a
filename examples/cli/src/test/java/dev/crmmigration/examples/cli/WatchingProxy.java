package dev.crmmigration.examples.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between a process and an account, counts the writes, and does something at one of them. */
final class WatchingProxy implements AutoCloseable {

    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

    private final URI account;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile Trigger trigger = new Trigger(0, Moment.AFTER, () -> {});

    WatchingProxy(URI account) {
        this.account = account;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    /** When the action happens: before the account gets the write, or after, but before its answer is passed on. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** Does something at the n-th write from now on, counted from 1. */
    void at(int write, Moment moment, Runnable action) {
        trigger = new Trigger(write, moment, action);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) {
        try (exchange) {
            boolean isWrite = !exchange.getRequestMethod().equals("GET");
            byte[] body = exchange.getRequestBody().readAllBytes();
            Trigger now = trigger;
            boolean due = isWrite && now.isDue();
            if (due && now.moment == Moment.BEFORE) {
                now.action.run();
                return;
            }
            HttpResponse<byte[]> answer = client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            if (due) {
                now.action.run();
            }
            answer.headers().map().forEach((name, values) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))
                        && !name.equalsIgnoreCase("transfer-encoding")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (IOException ignored) {
            // One of the two is gone; closing the exchange lets the other one know.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(account.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static final class Trigger {
        private final int write;
        private final Moment moment;
        private final Runnable action;
        private int seen;

        Trigger(int write, Moment moment, Runnable action) {
            this.write = write;
            this.moment = moment;
            this.action = action;
        }

        synchronized boolean isDue() {
            seen++;
            return seen == write;
        }
    }
}
