package dev.crmmigration.engine.internal.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings together what has the same key, on disk: entries go to one of many files by their key, and only one file is ever
 * in memory. Not thread-safe.
 */
public final class KeySpool implements AutoCloseable {

    private static final int FILES = 128;
    private static final int BUFFER = 1 << 12;

    private final List<Path> files = new ArrayList<>();
    private final List<FileChannel> outputs = new ArrayList<>();
    private final List<ByteBuffer> pending = new ArrayList<>();
    private boolean written;

    /** Makes its files in a folder, from which they are gone when it is closed. */
    public KeySpool(Path folder) {
        try {
            for (int i = 0; i < FILES; i++) {
                Path file = Files.createTempFile(folder, "profile-", ".keys");
                files.add(file);
                outputs.add(FileChannel.open(file, StandardOpenOption.WRITE));
                pending.add(ByteBuffer.allocate(BUFFER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make files for sorting in the workspace", e);
        }
    }

    /** Takes the values of one key: ascending, equal ones once. */
    @FunctionalInterface
    public interface Group {
        void accept(long key, List<Long> values);
    }

    public void add(long key, long value) {
        int number = (int) (Hash64.mix(key) >>> 57);
        ByteBuffer buffer = pending.get(number);
        buffer.putLong(key).putLong(value);
        if (!buffer.hasRemaining()) {
            flush(number);
        }
    }

    private void flush(int number) {
        ByteBuffer buffer = pending.get(number);
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                outputs.get(number).write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file for sorting in the workspace", e);
        }
        buffer.clear();
    }

    /** Gives the groups, in an order that the entries decide and not when they came. Nothing can be added after it. */
    public void forEach(Group action) {
        finish();
        for (Path file : files) {
            groups(PairSort.sorted(read(file)), action);
        }
    }

    /** @param entries key and value in turn, in order */
    private static void groups(long[] entries, Group action) {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < entries.length; i += 2) {
            long key = entries[i];
            long value = entries[i + 1];
            if (values.isEmpty() || values.get(values.size() - 1) != value) {
                values.add(value);
            }
            if (i + 2 == entries.length || entries[i + 2] != key) {
                action.accept(key, List.copyOf(values));
                values.clear();
            }
        }
    }

    private void finish() {
        if (!written) {
            written = true;
            for (int number = 0; number < FILES; number++) {
                flush(number);
                close(outputs.get(number));
            }
            pending.clear();
        }
    }

    private static long[] read(Path file) {
        try {
            LongBuffer content = ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer();
            long[] entries = new long[content.remaining()];
            content.get(entries);
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a file for sorting in the workspace", e);
        }
    }

    private static void close(FileChannel output) {
        try {
            output.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file for sorting in the workspace", e);
        }
    }

    @Override
    public void close() {
        finish();
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete a file for sorting in the workspace", e);
            }
        }
    }
}
