package dev.crmmigration.connector.nextcrm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A store of objects that takes signed requests only, and checks the signature by itself, written from the description of
 * signature version 4. Below {@code /public/} it serves everybody.
 */
final class ObjectStore implements AutoCloseable {

    static final String ACCESS_KEY = "store-user";
    static final String SECRET_KEY = "store-secret-of-the-test";
    static final String BUCKET = "nextcrm";

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/([0-9]{8})/([^/]+)/s3/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private final HttpServer server;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final List<String> requests = java.util.Collections.synchronizedList(new ArrayList<>());
    private volatile boolean fails;

    ObjectStore() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    ObjectStore put(String path, String content) {
        objects.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Answers everything with 503. */
    void fail(boolean on) {
        fails = on;
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            requests.add(path);
            String refusal = refusal(exchange, path);
            byte[] body = objects.get(decoded(path));
            if (fails) {
                send(exchange, 503, "later".getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("/elsewhere/")) {
                exchange.getResponseHeaders().set("Location", "https://evil.example/file");
                send(exchange, 302, new byte[0]);
            } else if (!refusal.isEmpty()) {
                send(exchange, 403, ("<Error><Code>" + refusal + "</Code></Error>").getBytes(StandardCharsets.UTF_8));
            } else if (body == null) {
                send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8));
            } else {
                send(exchange, 200, body);
            }
        }
    }

    private static String decoded(String path) {
        return java.net.URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String refusal(HttpExchange exchange, String path) {
        if (path.startsWith("/public/")) {
            return "";
        }
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        Matcher parts = AUTHORIZATION.matcher(given == null ? "" : given);
        if (!parts.matches()) {
            return "AccessDenied";
        }
        if (!parts.group(1).equals(ACCESS_KEY)) {
            return "InvalidAccessKeyId";
        }
        return expected(exchange, path, parts).equals(parts.group(5)) ? "" : "SignatureDoesNotMatch";
    }

    private static String expected(HttpExchange exchange, String path, Matcher parts) {
        StringBuilder request = new StringBuilder(exchange.getRequestMethod() + "\n" + path + "\n\n");
        for (String header : parts.group(4).split(";", -1)) {
            request.append(header)
                    .append(':')
                    .append(exchange.getRequestHeaders().getFirst(header))
                    .append('\n');
        }
        request.append('\n').append(parts.group(4)).append('\n');
        request.append(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"));
        String stamp = exchange.getRequestHeaders().getFirst("x-amz-date");
        String scope = parts.group(2) + "/" + parts.group(3) + "/s3/aws4_request";
        String text = "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope + "\n" + sha256(request.toString());
        byte[] key = ("AWS4" + SECRET_KEY).getBytes(StandardCharsets.UTF_8);
        for (String step : List.of(parts.group(2), parts.group(3), "s3", "aws4_request", text)) {
            key = hmac(key, step);
        }
        return HexFormat.of().formatHex(key);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
