package dev.crmmigration.testkit.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** Sends bytes over one connection and reads answers of known length. */
final class RawTestClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    RawTestClient(URI url) throws IOException {
        this.socket = new Socket(url.getHost(), url.getPort());
        this.socket.setSoTimeout(10_000);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends text whose lines end with a single line feed. */
    RawTestClient send(String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(ISO_8859_1));
        return this;
    }

    /** Reads one answer, head and body, with single line feeds; what there is of it if the connection ends. */
    String receive() throws IOException {
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return answer.toString().replace("\r\n", "\n");
            }
            answer.append((char) next);
        }
        String head = answer.toString().toLowerCase(Locale.ROOT);
        int start = head.indexOf("content-length: ");
        if (start >= 0) {
            int length = Integer.parseInt(head.substring(start + 16, head.indexOf('\r', start)));
            answer.append(new String(in.readNBytes(length), ISO_8859_1));
        }
        return answer.toString().replace("\r\n", "\n");
    }

    /** Tells whether the server has ended the connection. */
    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
