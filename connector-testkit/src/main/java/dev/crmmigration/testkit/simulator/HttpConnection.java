package dev.crmmigration.testkit.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Serves the requests of one connection one after the other. */
final class HttpConnection {

    private static final int BUFFER_BYTES = 16 * 1024;

    // DateTimeFormatter.RFC_1123_DATE_TIME writes days below ten with one digit, HTTP wants two (RFC 9110, 5.6.7).
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Socket socket;
    private final Clock clock;
    private final HttpRequestReader requests;
    private final OutputStream out;

    HttpConnection(Socket socket, Clock clock) throws IOException {
        this.socket = socket;
        this.clock = clock;
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
        this.requests = new HttpRequestReader(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES), out);
    }

    void serve(Function<Request, Reply> handler) throws IOException {
        boolean open = true;
        while (open) {
            Optional<Request> request;
            try {
                request = requests.next();
            } catch (MalformedRequestException e) {
                write(Reply.html(400, "<html><body>Bad request</body></html>"), false, true);
                return;
            }
            if (request.isEmpty()) {
                return;
            }
            Reply reply = handler.apply(request.get());
            if (reply.status() == 0) {
                // Without lingering, closing sends a reset instead of a regular end.
                socket.setSoLinger(true, 0);
                return;
            }
            open = !"close".equalsIgnoreCase(request.get().header("connection"));
            write(reply, open, !request.get().method().equals("HEAD"));
        }
    }

    private void write(Reply reply, boolean keepAlive, boolean withBody) throws IOException {
        StringBuilder head = new StringBuilder(512);
        head.append("HTTP/1.1 ")
                .append(reply.status())
                .append(' ')
                .append(phrase(reply.status()))
                .append("\r\n");
        header(head, "Date", HTTP_DATE.format(clock.instant()));
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            header(head, header.getKey(), header.getValue());
        }
        header(head, "Content-Length", Long.toString(reply.length()));
        header(head, "Connection", keepAlive ? "keep-alive" : "close");
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        if (withBody) {
            for (byte[] part : reply.body()) {
                out.write(part);
            }
        }
        out.flush();
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static String phrase(int status) {
        return status < 400 ? "OK" : "Error";
    }
}
