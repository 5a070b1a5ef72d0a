package dev.crmmigration.examples.cli.crash;

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

/** The proxy between a process and an account: counts the writes, does something at one of them, knows when all is quiet. */
final class Turnstile implements AutoCloseable {

    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");

    static {
        // Else an answer takes 40 ms: its head is acknowledged late, and its body waits for that
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final URI account;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile Runnable action = () -> {};
    private int toGo;
    private boolean afterwards;
    private int passing;

    Turnstile(URI account) {
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

    /** Does something once: at the n-th write from now on, before the account gets it or before its answer goes back. */
    synchronized void at(int write, boolean after, Runnable what) {
        toGo = write;
        afterwards = after;
        action = what;
    }

    private synchronized boolean isDue(boolean isWrite) {
        if (isWrite && toGo > 0) {
            toGo--;
            return toGo == 0;
        }
        return false;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Waits until nothing is on its way to the account any more. */
    synchronized void awaitQuiet() {
        try {
            while (passing > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void passing(int more) {
        passing += more;
        notifyAll();
    }

    private void pass(HttpExchange exchange) {
        passing(1);
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean due = isDue(!exchange.getRequestMethod().equals("GET"));
            if (due && !afterwards) {
                action.run();
                return;
            }
            HttpResponse<byte[]> answer = client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            if (due) {
                action.run();
            }
            answer.headers().map().forEach((name, values) -> {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (IOException ignored) {
            // One of the two is gone; closing the exchange lets the other one know.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            passing(-1);
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(there(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    /** Who takes this for a proxy names the whole address. */
    private URI there(URI asked) {
        String query = asked.getRawQuery();
        return account.resolve(asked.getRawPath() + (query == null ? "" : "?" + query));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
