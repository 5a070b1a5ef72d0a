package dev.crmmigration.engine.internal.linkage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings together what has the same key, on disk: entries go to one of many files by their key, and only one file is ever
 * in memory. Not thread-safe.
 */
public final class KeySpool implements AutoCloseable {

    private static final int FILES = 128;
    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::key).thenComparingLong(Entry::value);

    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> outputs = new ArrayList<>();
    private boolean written;

    /** Makes its files in a folder, from which they are gone when it is closed. */
    public KeySpool(Path folder) {
        try {
            for (int i = 0; i < FILES; i++) {
                Path file = Files.createTempFile(folder, "profile-", ".keys");
                files.add(file);
                outputs.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make files for sorting in the workspace", e);
        }
    }

    private record Entry(long key, long value) {}

    /** Takes the values of one key: ascending, equal ones once. */
    @FunctionalInterface
    public interface Group {
        void accept(long key, List<Long> values);
    }

    public void add(long key, long value) {
        DataOutputStream output = outputs.get((int) (Hash64.mix(key) >>> 57));
        try {
            output.writeLong(key);
            output.writeLong(value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file for sorting in the workspace", e);
        }
    }

    /** Gives the groups, in an order that the entries decide and not when they came. Nothing can be added after it. */
    public void forEach(Group action) {
        finish();
        for (Path file : files) {
            List<Entry> entries = read(file);
            entries.sort(ORDER);
            groups(entries, action);
        }
    }

    private static void groups(List<Entry> entries, Group action) {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (values.isEmpty() || values.get(values.size() - 1) != entry.value()) {
                values.add(entry.value());
            }
            if (i + 1 == entries.size() || entries.get(i + 1).key() != entry.key()) {
                action.accept(entry.key(), List.copyOf(values));
                values.clear();
            }
        }
    }

    private void finish() {
        if (!written) {
            written = true;
            outputs.forEach(KeySpool::close);
        }
    }

    private static List<Entry> read(Path file) {
        List<Entry> entries = new ArrayList<>();
        try (DataInputStream input =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (true) {
                entries.add(new Entry(input.readLong(), input.readLong()));
            }
        } catch (EOFException end) {
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a file for sorting in the workspace", e);
        }
    }

    private static void close(DataOutputStream output) {
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
