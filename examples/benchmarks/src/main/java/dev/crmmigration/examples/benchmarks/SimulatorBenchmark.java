package dev.crmmigration.examples.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the simulated Pipedrive account costs: list pages of a hundred thousand persons and creates, beside a bare server
 * that gives fixed bytes of the same length to the same client.
 */
public final class SimulatorBenchmark {

    private static final int PERSONS = 100_000;
    private static final int CREATES = 4_000;
    private static final int CONNECTIONS = 8;
    private static final Pattern CURSOR = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");

    private final PrintStream out;
    private final HttpClient client = HttpClient.newHttpClient();

    private SimulatorBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs it; takes no arguments. */
    @SuppressWarnings("SystemOut") // A program of its own that prints its figures
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Without it every answer of the bare server waits for the acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
        new SimulatorBenchmark(System.out).run();
    }

    private void run() throws IOException, InterruptedException {
        SimulatorOptions options =
                SimulatorOptions.builder().setting("limits", "off").build();
        try (RunningSimulator account = Simulator.of("pipedrive").orElseThrow().start(options)) {
            post(account.url() + "/__simulator/seed", account.token(), "{\"persons\": " + PERSONS + "}");
            pages(account); // once to warm up
            List<Long> pages = pages(account);
            String page = get(account.url() + "/api/v2/persons?limit=500", account.token());
            List<Long> bare = bare(page, pages.size());
            out.printf("%,d persons, %d pages of 500 (%,d bytes)%n", PERSONS, pages.size(), page.length());
            out.printf("  a page: %.1f ms, slowest tenth from %.1f ms%n", part(pages, 2), part(pages, 10));
            out.printf(
                    "  a bare server with the same bytes: %.1f ms; ratio %.2f%n",
                    part(bare, 2), part(pages, 2) / part(bare, 2));
            double creates = rate(account.url() + "/api/v2/persons", account.token());
            double reference = bareRate(account.token());
            out.printf("%,d creates over %d connections: %,.0f a second%n", CREATES, CONNECTIONS, creates);
            out.printf(
                    "  a bare server with the same bodies: %,.0f a second; ratio %.2f%n",
                    reference, creates / reference);
        }
    }

    private List<Long> pages(RunningSimulator account) throws IOException, InterruptedException {
        List<Long> times = new ArrayList<>();
        String next = "";
        do {
            long start = System.nanoTime();
            String page = get(account.url() + "/api/v2/persons?limit=500" + next, account.token());
            times.add(System.nanoTime() - start);
            Matcher cursor = CURSOR.matcher(page);
            next = cursor.find() ? "&cursor=" + cursor.group(1) : "";
        } while (!next.isEmpty());
        return times;
    }

    private List<Long> bare(String body, int times) throws IOException, InterruptedException {
        HttpServer server = server(body);
        List<Long> durations = new ArrayList<>();
        try {
            for (int i = -times; i < times; i++) {
                long start = System.nanoTime();
                get("http://127.0.0.1:" + server.getAddress().getPort() + "/", "none");
                if (i >= 0) {
                    durations.add(System.nanoTime() - start);
                }
            }
        } finally {
            server.stop(0);
        }
        return durations;
    }

    private static HttpServer server(String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(CONNECTIONS, SimulatorBenchmark::daemon));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    private double bareRate(String token) throws IOException {
        HttpServer server = server("{\"success\":true,\"data\":{\"id\":1}}");
        try {
            return rate("http://127.0.0.1:" + server.getAddress().getPort() + "/", token);
        } finally {
            server.stop(0);
        }
    }

    /** Returns creates a second, after a quarter of them to warm up. */
    private double rate(String url, String token) {
        creates(url, token, CREATES / 4);
        long start = System.nanoTime();
        creates(url, token, CREATES);
        return CREATES * 1e9 / (System.nanoTime() - start);
    }

    private void creates(String url, String token, int count) {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS, SimulatorBenchmark::daemon);
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String body = "{\"name\":\"Person " + i + "\",\"emails\":[{\"value\":\"p" + i + "@customers.example\"}]}";
            calls.add(CompletableFuture.runAsync(() -> post(url, token, body), threads));
        }
        calls.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    private String get(String url, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("x-api-token", token)
                .build();
        return succeeded(client.send(request, BodyHandlers.ofString()));
    }

    private String post(String url, String token, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("x-api-token", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return succeeded(client.send(request, BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("a call of the benchmark failed", e);
        }
    }

    private static String succeeded(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("a call of the benchmark returned " + answer.statusCode());
        }
        return answer.body();
    }

    /** Returns the time in milliseconds that all but one of so many parts stay below. */
    private static double part(List<Long> times, int parts) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() * (parts - 1) / parts) / 1e6;
    }
}
