package dev.crmmigration.testkit.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads requests from a connection: head, then a body of known length or in chunks. */
final class HttpRequestReader {

    private static final String SCHEME = "http://";
    private static final int MAX_LINE_BYTES = 64 * 1024;
    private static final int MAX_HEADERS = 200;
    private static final int MAX_BODY_BYTES = 256 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    HttpRequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Returns the next request, or nothing if the client has closed the connection between two requests. */
    Optional<Request> next() throws IOException {
        String requestLine = line();
        if (requestLine == null) {
            return Optional.empty();
        }
        int methodEnd = requestLine.indexOf(' ');
        int targetEnd = requestLine.lastIndexOf(' ');
        if (methodEnd < 1 || targetEnd <= methodEnd || !requestLine.startsWith("HTTP/1.", targetEnd + 1)) {
            throw new MalformedRequestException("no HTTP/1.1 request line");
        }
        String method = requestLine.substring(0, methodEnd);
        String target = withoutHost(requestLine.substring(methodEnd + 1, targetEnd));
        Map<String, String> headers = headers();
        byte[] body = body(headers);
        int queryStart = target.indexOf('?');
        String path = queryStart < 0 ? target : target.substring(0, queryStart);
        String query = queryStart < 0 ? "" : target.substring(queryStart + 1);
        return Optional.of(
                new Request(method, decoded(path.replace("+", "%2B")), parameters(query), headers, Map.of(), body));
    }

    /** A client that takes the server for a proxy names the whole address (RFC 9112, section 3.2.2). */
    private static String withoutHost(String target) {
        if (!target.startsWith(SCHEME)) {
            return target;
        }
        int path = target.indexOf('/', SCHEME.length());
        return path < 0 ? "/" : target.substring(path);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int count = 0; count < MAX_HEADERS; count++) {
            String line = line();
            if (line == null) {
                throw new EOFException("the connection ended within the headers");
            }
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedRequestException("a header without a colon");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        throw new MalformedRequestException("more than " + MAX_HEADERS + " headers");
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        String length = headers.get("content-length");
        return length == null ? new byte[0] : exactly(number(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = requiredLine();
            int extension = line.indexOf(';');
            int size = number(extension < 0 ? line : line.substring(0, extension), 16);
            if (size == 0) {
                break;
            }
            if (body.size() + size > MAX_BODY_BYTES) {
                throw new MalformedRequestException("the body is too long");
            }
            body.writeBytes(exactly(size));
            requiredLine();
        }
        skipTrailers();
        return body.toByteArray();
    }

    private void skipTrailers() throws IOException {
        String line = requiredLine();
        while (!line.isEmpty()) {
            line = requiredLine();
        }
    }

    private static int number(String digits, int radix) throws MalformedRequestException {
        try {
            int number = Integer.parseInt(digits.strip(), radix);
            if (number < 0 || number > MAX_BODY_BYTES) {
                throw new MalformedRequestException("the body is too long");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new MalformedRequestException("the length of the body is not a number");
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended within the body");
        }
        return bytes;
    }

    private String requiredLine() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException("the connection ended within the body");
        }
        return line;
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException("the connection ended within a line");
            }
            if (line.size() == MAX_LINE_BYTES) {
                throw new MalformedRequestException("a line is too long");
            }
            line.write(next);
            next = in.read();
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            } else if (!pair.isEmpty() && equals < 0) {
                parameters.put(decoded(pair), "");
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
