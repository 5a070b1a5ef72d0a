package dev.crmmigration.toolkit.http;

import dev.crmmigration.api.record.Content;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file to send as a form of several parts. Its bytes are read while they are sent, so that no file is ever in memory.
 *
 * @param fields the plain parts of the form, sent before the file
 * @param part the name of the part that is the file
 * @param fileName what the file is called
 * @param content the bytes
 * @param size how many bytes there are; content that turns out to have another size breaks the call off
 */
public record Upload(Map<String, String> fields, String part, String fileName, Content content, long size) {

    public Upload {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        if (size < 0) {
            throw new IllegalArgumentException("an upload cannot have a negative size");
        }
    }

    /** Gives the size; names of files may name people. */
    @Override
    public String toString() {
        return "Upload[" + size + " bytes]";
    }
}
