package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.record.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** A file in memory, which may or may not know its size. */
final class BytesContent implements Content {

    private final byte[] bytes;
    private final boolean knowsItsSize;

    BytesContent(byte[] bytes, boolean knowsItsSize) {
        this.bytes = bytes;
        this.knowsItsSize = knowsItsSize;
    }

    static BytesContent of(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return new BytesContent(bytes, true);
    }

    BytesContent ofUnknownSize() {
        return new BytesContent(bytes, false);
    }

    /** Returns a file that is no more. */
    static Content unreadable(OptionalLong size) {
        return new Content() {
            @Override
            public OptionalLong size() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("gone");
            }
        };
    }

    @Override
    public OptionalLong size() {
        return knowsItsSize ? OptionalLong.of(bytes.length) : OptionalLong.empty();
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
