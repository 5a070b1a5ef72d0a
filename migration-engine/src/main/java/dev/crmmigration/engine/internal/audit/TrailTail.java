package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Optional;

/**
 * The end of a trail's file.
 *
 * @param length the length of the file without a torn last line
 * @param lastEvent what the last complete line says; empty if there is none, or it is no event
 */
record TrailTail(long length, Optional<AuditEvent> lastEvent) {

    private static final int BLOCK = 1 << 13;

    /** Finds the end by reading the file backwards. */
    static TrailTail find(RandomAccessFile file) throws IOException {
        long newline = lastNewline(file, file.length());
        if (newline < 0) {
            return new TrailTail(0, Optional.empty());
        }
        long start = lastNewline(file, newline) + 1;
        long size = Math.min(newline - start, LineReader.LONGEST_LINE + 1L);
        return new TrailTail(newline + 1, EventParser.parse(read(file, start, (int) size)));
    }

    /** Returns the position of the last line end before {@code before}, or -1. */
    private static long lastNewline(RandomAccessFile file, long before) throws IOException {
        for (long end = before; end > 0; end = Math.max(0, end - BLOCK)) {
            long start = Math.max(0, end - BLOCK);
            byte[] block = read(file, start, (int) (end - start));
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return start + i;
                }
            }
        }
        return -1;
    }

    private static byte[] read(RandomAccessFile file, long position, int size) throws IOException {
        byte[] bytes = new byte[size];
        file.seek(position);
        file.readFully(bytes);
        return bytes;
    }
}
