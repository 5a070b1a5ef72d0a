package dev.crmmigration.engine.internal.document;

import dev.crmmigration.engine.internal.value.ValueText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) that is written line by line, in which a spreadsheet takes no text for a formula. It stands under its
 * name once it is whole. Not thread-safe.
 */
public final class CsvFile implements AutoCloseable {

    private final Path file;
    private final Path draft;
    private final BufferedWriter out;
    private long records;

    private CsvFile(Path file, Path draft, BufferedWriter out) {
        this.file = file;
        this.draft = draft;
        this.out = out;
    }

    public static CsvFile create(Path file, List<String> headings) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            CsvFile csv = new CsvFile(file, draft, Files.newBufferedWriter(draft, StandardCharsets.UTF_8));
            csv.line(headings.stream().map(CsvText::safe).collect(Collectors.joining(",")));
            return csv;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Adds a line; {@code null} is an empty cell. */
    public void add(List<@Nullable Object> values) {
        line(values.stream().map(CsvFile::cell).collect(Collectors.joining(",")));
        records++;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Number ? ValueText.of(value) : CsvText.safe(ValueText.of(value));
    }

    private void line(String text) {
        try {
            out.write(text);
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    public long records() {
        return records;
    }

    /** Puts the file into its place. */
    public void finish() {
        try {
            out.close();
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
