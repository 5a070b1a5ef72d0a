package dev.crmmigration.testkit.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** A request or an answer as the bytes that were sent, for passing on. */
final class HttpMessage {

    private final String head;
    private final byte[] bytes;

    private HttpMessage(String head, byte[] bytes) {
        this.head = head;
        this.bytes = bytes;
    }

    /** Reads a request to its end; returns nothing if the connection ended before the first byte. */
    static Optional<HttpMessage> request(InputStream in) throws IOException {
        return read(in, false, false);
    }

    /** Reads the answer to a request to its end; returns nothing if the connection ended before the first byte. */
    static Optional<HttpMessage> answerTo(HttpMessage request, InputStream in) throws IOException {
        return read(in, true, request.head.startsWith("HEAD "));
    }

    private static Optional<HttpMessage> read(InputStream in, boolean isAnswer, boolean isHeadOnly) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = copyLines(in, bytes);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        String lower = head.toLowerCase(Locale.ROOT);
        if (isHeadOnly || (isAnswer && hasNoBody(head))) {
            return Optional.of(new HttpMessage(head, bytes.toByteArray()));
        }
        if (lower.contains("\r\ntransfer-encoding: chunked")) {
            copyChunks(in, bytes);
        } else if (lower.contains("\r\ncontent-length:")) {
            bytes.write(in.readNBytes(lengthIn(lower)));
        } else if (isAnswer) {
            // An answer that does not say how long it is lasts until the connection ends.
            in.transferTo(bytes);
        }
        return Optional.of(new HttpMessage(head, bytes.toByteArray()));
    }

    private static boolean hasNoBody(String head) {
        return head.startsWith(" 204", 8) || head.startsWith(" 304", 8) || head.startsWith(" 1", 8);
    }

    private static int lengthIn(String head) {
        int start = head.indexOf("\r\ncontent-length:") + 17;
        return Integer.parseInt(
                head.substring(start, head.indexOf("\r\n", start)).strip());
    }

    /** Copies lines up to and including an empty one; returns them, or nothing at the end of the connection. */
    private static String copyLines(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        StringBuilder lines = new StringBuilder();
        String line = copyLine(in, bytes);
        lines.append(line);
        while (line.length() > 2) {
            line = copyLine(in, bytes);
            lines.append(line);
        }
        if (line.isEmpty() && lines.length() > 0) {
            throw new EOFException("the connection ended within the head");
        }
        return lines.toString();
    }

    private static String copyLine(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = 0;
        while (next != '\n') {
            next = in.read();
            if (next < 0) {
                break;
            }
            line.write(next);
        }
        line.writeTo(bytes);
        return line.toString(ISO_8859_1);
    }

    private static void copyChunks(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        int size = -1;
        while (size != 0) {
            String line = copyLine(in, bytes).strip();
            int extension = line.indexOf(';');
            size = Integer.parseInt(extension < 0 ? line : line.substring(0, extension), 16);
            bytes.write(in.readNBytes(size));
            if (size > 0) {
                copyLine(in, bytes);
            }
        }
        copyLines(in, bytes);
    }

    String firstLine() {
        return head.substring(0, head.indexOf('\r'));
    }

    /** Tells whether the sender closes the connection after this message. */
    boolean isLast() {
        return head.toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
    }

    byte[] bytes() {
        return bytes;
    }
}
