package dev.crmmigration.connector.freshsales.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of uploaded files, up to a sum; of what does not fit only the record stays. Not thread-safe. */
final class FileContents {

    private final int limit;
    private final Map<Long, byte[]> contents = new LinkedHashMap<>();
    private long kept;

    FileContents(int limit) {
        this.limit = limit;
    }

    void put(long id, byte[] content) {
        if (kept + content.length <= limit) {
            contents.put(id, content);
            kept += content.length;
        }
    }

    /** Returns the bytes of a file, or {@code null} if they were too many to keep. */
    byte @Nullable [] find(long id) {
        return contents.get(id);
    }

    Map<Long, byte[]> all() {
        return contents;
    }
}
