package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.tabular.CsvLines.CsvLine;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A delimited text file with a header. Its encoding and delimiter are found out once; its rows can be read any number of
 * times, each time with little memory. Immutable.
 */
public final class TabularFile {

    private static final int SAMPLE_CHARS = 1 << 16;

    private final String name;
    private final Path path;
    private final TextEncoding encoding;
    private final char delimiter;
    private final List<TabularColumn> columns;

    private TabularFile(String name, Path path, TextEncoding encoding, char delimiter, List<TabularColumn> columns) {
        this.name = name;
        this.path = path;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.columns = List.copyOf(columns);
    }

    /**
     * Opens a file of an export: finds its encoding, which takes one pass over it, its delimiter and its header.
     *
     * @throws ConfigurationException if it cannot be read
     */
    public static TabularFile open(ExportFolder folder, String file) {
        Path path = folder.path(file);
        try {
            TextEncoding encoding = TextEncoding.of(path);
            char delimiter = Delimiter.of(sample(path, encoding));
            return new TabularFile(file, path, encoding, delimiter, columns(file, path, encoding, delimiter));
        } catch (IOException e) {
            throw new ConfigurationException("file " + file
                    + " of the export cannot be read. Give this program the right to read it, or take it away");
        }
    }

    private static String sample(Path path, TextEncoding encoding) throws IOException {
        char[] buffer = new char[SAMPLE_CHARS];
        int length = 0;
        try (Reader text = encoding.open(path)) {
            for (int count = 0; count >= 0 && length < buffer.length; ) {
                count = text.read(buffer, length, buffer.length - length);
                length += Math.max(count, 0);
            }
        }
        return new String(buffer, 0, length);
    }

    private static List<TabularColumn> columns(String file, Path path, TextEncoding encoding, char delimiter)
            throws IOException {
        CsvLine header;
        try (CsvLines lines = new CsvLines(path, encoding, delimiter)) {
            header = lines.next();
        }
        if (header == null) {
            return List.of();
        }
        if (header.cells() == null) {
            throw new ConfigurationException("file " + file + ", line " + header.number()
                    + ": the header has quotes that do not fit. Export the file again, or mend the line");
        }
        return columns(header.cells());
    }

    private static List<TabularColumn> columns(List<String> headers) {
        List<TabularColumn> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i).replace("\uFEFF", "").strip();
            String key = HeaderKey.of(header);
            columns.add(new TabularColumn(i, header, unique(key.isEmpty() ? "column_" + (i + 1) : key, taken)));
        }
        return columns;
    }

    private static String unique(String key, Set<String> taken) {
        String name = key;
        for (int n = 2; !taken.add(name); n++) {
            name = key + "_" + n;
        }
        return name;
    }

    /** Returns the file's name, relative to the export. */
    public String name() {
        return name;
    }

    /** Returns the columns in the file's order; none if the file is empty. */
    public List<TabularColumn> columns() {
        return columns;
    }

    /** Returns the name of the encoding, such as {@code UTF-8} or {@code windows-1252}. */
    public String encoding() {
        return encoding.charset().name();
    }

    /** Starts to read the rows; the caller closes the reader. */
    public TabularReader read() {
        return new TabularReader(this);
    }

    CsvLines lines() throws IOException {
        return new CsvLines(path, encoding, delimiter);
    }

    TextEncoding textEncoding() {
        return encoding;
    }
}
