package dev.crmmigration.examples.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server in a process of its own that keeps what is posted to it, gives it back in pages, and answers when it is told
 * to: {@code POST /records/OBJECT}, {@code GET /records/OBJECT?after=ID&limit=N}, {@code POST /begin?millis=N} with {@code
 * slow=N}, the milliseconds of every fiftieth answer. {@code GET /rate} gives the answers a second of the middle eight
 * tenths: how it begins and ends depends on the length of the run. It ends with its standard input.
 */
public final class LatencyServer {

    private static final int THREADS = 64;

    /** Every fiftieth answer is two in a hundred. */
    private static final int SLOW_EVERY = 50;

    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final AtomicLong posts = new AtomicLong();
    private final List<Long> answered = new ArrayList<>();
    private volatile long millis;
    private volatile long slow;

    private LatencyServer() {}

    /** Serves on a free port of the loopback address and prints it; takes no arguments. */
    @SuppressWarnings("SystemOut") // A program of its own whose parent reads the port
    public static void main(String[] arguments) throws IOException {
        // Without it every answer on a kept connection waits for the acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        LatencyServer account = new LatencyServer();
        server.createContext("/", account::handle);
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        byte[] answer = answer(exchange.getRequestMethod(), exchange.getRequestURI(), body)
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answer(String method, URI address, String body) {
        if (address.getPath().equals("/begin")) {
            begin(address);
            return "{}";
        }
        if (address.getPath().equals("/rate")) {
            return "{\"rate\":\"" + rate() + "\"}";
        }
        List<String> table = records.computeIfAbsent(address.getPath(), path -> new ArrayList<>());
        return method.equals("POST") ? post(table, body) : page(table, address);
    }

    private void begin(URI address) {
        records.clear();
        posts.set(0);
        synchronized (answered) {
            answered.clear();
        }
        millis = parameter(address, "millis");
        slow = parameter(address, "slow");
    }

    private String post(List<String> table, String body) {
        await(posts.incrementAndGet() % SLOW_EVERY == 0 ? slow : millis);
        synchronized (answered) {
            answered.add(System.nanoTime());
        }
        synchronized (table) {
            table.add(body);
            return record(table.size(), body);
        }
    }

    private long rate() {
        synchronized (answered) {
            int tenth = answered.size() / 10;
            long nanos = answered.get(9 * tenth) - answered.get(tenth);
            return Math.round(8 * tenth * 1e9 / nanos);
        }
    }

    private static String record(int id, String body) {
        return "{\"id\":" + id + ",\"fields\":" + body + "}";
    }

    private static void await(long millis) {
        if (millis > 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String page(List<String> table, URI address) {
        int after = parameter(address, "after");
        List<String> page = new ArrayList<>();
        synchronized (table) {
            int end = Math.min(table.size(), after + parameter(address, "limit"));
            for (int index = after; index < end; index++) {
                page.add(record(index + 1, table.get(index)));
            }
        }
        return "{\"records\":[" + String.join(",", page) + "]}";
    }

    private static int parameter(URI address, String name) {
        for (String pair : address.getQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Integer.parseInt(pair.substring(name.length() + 1));
            }
        }
        return 0;
    }
}
