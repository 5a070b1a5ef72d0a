package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.record.Content;
import java.io.IOException;
import java.io.InputStream;

/** How large a file is. */
public final class FileSize {

    private static final int BUFFER = 16 * 1024;

    private FileSize() {}

    /** Returns the size, by reading where it is not known, but never much further than to {@code most}. */
    public static long of(Content content, long most) throws IOException {
        if (content.size().isPresent()) {
            return content.size().getAsLong();
        }
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream bytes = content.open()) {
            for (int read = bytes.read(buffer); read >= 0 && size <= most; read = bytes.read(buffer)) {
                size += read;
            }
        }
        return size;
    }
}
