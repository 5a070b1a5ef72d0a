package dev.crmmigration.toolkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.record.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpReply send(Upload upload) {
        try (JsonHttpClient client = JsonHttpClient.open(server.url("/").uri(), Map.of(), HttpSettings.DEFAULT)) {
            return client.exchange(HttpRequest.of("POST", "/files").upload(upload), List.of(), new RecordedMeter());
        }
    }

    private static Upload upload(Content content, long size) {
        return new Upload(Map.of("deal_id", "12"), "file", "caf\u00e9 \"menu\".txt", content, size);
    }

    private static Content content(InputStream stream) {
        return new Content() {
            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() {
                return stream;
            }
        };
    }

    @Test
    void sendsAFormWithFieldsAndFile() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("{}").build());

        HttpReply reply = send(upload(content(new ByteArrayInputStream(HELLO)), HELLO.length));

        assertThat(reply).hasToString("Answered[200]");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(request.getHeaders().get("Content-Length")).isNotNull();
        assertThat(request.getBody().utf8())
                .contains("Content-Disposition: form-data; name=\"deal_id\"")
                .contains("\r\n\r\n12\r\n")
                .contains("name=\"file\"; filename=\"caf\u00e9 %22menu%22.txt\"")
                .contains("\r\n\r\nhello\r\n");
    }

    @Test
    void neverHoldsTheWholeFile() {
        long size = 64L * 1024 * 1024;
        AtomicLong largestRead = new AtomicLong();
        server.setBodyLimit(0);
        server.enqueue(new MockResponse.Builder().body("{}").build());

        HttpReply reply = send(upload(content(new Zeros(size, largestRead)), size));

        assertThat(reply).hasToString("Answered[200]");
        assertThat(largestRead.get()).isBetween(1L, 64L * 1024);
    }

    /** So many zeros, which remembers how many it was asked for at once. */
    private static final class Zeros extends InputStream {

        private final AtomicLong largestRead;
        private long left;

        Zeros(long size, AtomicLong largestRead) {
            this.left = size;
            this.largestRead = largestRead;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("one byte at a time is too slow");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            largestRead.accumulateAndGet(length, Math::max);
            int count = (int) Math.min(left, length);
            left -= count;
            return count == 0 ? -1 : count;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void breaksOff_whenTheContentHasAnotherSizeThanSaid(int difference) {
        server.enqueue(new MockResponse.Builder().body("{}").build());

        HttpReply reply = send(upload(content(new ByteArrayInputStream(HELLO)), HELLO.length + difference));

        assertThat(reply).isEqualTo(new HttpReply.Lost("CONTENT_FAILED"));
    }

    @Test
    void breaksOff_whenTheContentCannotBeRead() {
        server.enqueue(new MockResponse.Builder().body("{}").build());

        HttpReply reply = send(upload(
                content(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        throw new IOException("gone");
                    }
                }),
                HELLO.length));

        assertThat(reply).isEqualTo(new HttpReply.Lost("CONTENT_FAILED"));
    }

    @Test
    void refusesANegativeSize() {
        assertThatThrownBy(() -> upload(content(InputStream.nullInputStream()), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
