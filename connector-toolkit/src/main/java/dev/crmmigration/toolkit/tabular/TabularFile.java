package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.ColumnEvidence;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import dev.crmmigration.toolkit.damage.Rule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A delimited text file with a header, or one with a JSON object in each line. Its encoding, delimiter and header are found out once; its rows can be read any number
 * of times, each time with little memory. Immutable.
 */
public final class TabularFile {

    private static final int SAMPLE_CHARS = 1 << 16;

    private final String name;
    private final ByteSource source;
    private final TextEncoding encoding;
    private final Layout layout;
    private final String sample;
    private final HeaderColumns columns;

    private TabularFile(
            String name,
            ByteSource source,
            TextEncoding encoding,
            Layout layout,
            String sample,
            HeaderColumns columns) {
        this.name = name;
        this.source = source;
        this.encoding = encoding;
        this.layout = layout;
        this.sample = sample;
        this.columns = columns;
    }

    /**
     * Opens a file of an export whose first line is its header.
     *
     * @throws ConfigurationException if it cannot be read
     */
    public static TabularFile open(ExportFolder folder, String file) {
        return open(folder, file, Set.of());
    }

    /**
     * Opens a file of an export: finds its encoding, which takes one pass over it, its delimiter and its header.
     *
     * @param known the keys of all headers that there may be, by {@link HeaderKey}: they show which line is the header
     * @throws ConfigurationException if it cannot be read
     */
    public static TabularFile open(ExportFolder folder, String file, Set<String> known) {
        ByteSource source = () -> folder.open(file);
        try {
            TextEncoding encoding = TextEncoding.of(source);
            String sample = sample(source, encoding);
            Layout layout =
                    JsonRecords.begins(sample) ? Layout.ofJson(names(source, encoding)) : Layout.of(sample, known);
            if (layout.broken()) {
                throw new ConfigurationException("file " + file + ", line " + layout.headerLine()
                        + ": the header has quotes that do not fit. Export the file again, or mend the line");
            }
            TabularFile plain =
                    new TabularFile(file, source, encoding, layout, sample, HeaderColumns.of(layout.headers()));
            return new TabularFile(file, source, encoding, layout, sample, plain.columns.seen(plain));
        } catch (DamagedFileException e) {
            throw new ConfigurationException("file " + file + " of the export: " + e.getMessage());
        } catch (IOException e) {
            throw new ConfigurationException("file " + file
                    + " of the export cannot be read. Give this program the right to read it, or take it away");
        }
    }

    private static List<String> names(ByteSource source, TextEncoding encoding) throws IOException {
        Reader text = encoding.open(source, new GuessedLines());
        try (PhysicalLines lines = new PhysicalLines(new BufferedReader(text), 0)) {
            return JsonRecords.names(lines);
        }
    }

    private static String sample(ByteSource source, TextEncoding encoding) throws IOException {
        char[] buffer = new char[SAMPLE_CHARS];
        int length = 0;
        try (Reader text = encoding.open(source, new GuessedLines())) {
            for (int count = 0; count >= 0 && length < buffer.length; ) {
                count = text.read(buffer, length, buffer.length - length);
                length += Math.max(count, 0);
            }
        }
        return new String(buffer, 0, length);
    }

    /** Returns a header without byte order mark and surrounding blanks. */
    static String bare(String header) {
        return header.replace("\uFEFF", "").strip();
    }

    /** Returns the file's name, relative to the export. */
    public String name() {
        return name;
    }

    /** Returns the columns in the file's order; none if the file is empty. */
    public List<TabularColumn> columns() {
        return columns.columns();
    }

    /** Returns the name of the encoding, such as {@code UTF-8} or {@code windows-1252}. */
    public String encoding() {
        return encoding.charset().name();
    }

    /** Returns what was found about the file as a whole, in the order in which it was found. */
    public List<Rule> findings() {
        List<Rule> findings = new ArrayList<>();
        encoding.rule().ifPresent(findings::add);
        findings.addAll(layout.rules());
        findings.addAll(columns.findings());
        if (layout.headers().isEmpty()) {
            findings.add(Rule.FILE_EMPTY);
        } else if (layout.onlyHeader()) {
            findings.add(Rule.HDR_ONLY);
        }
        return List.copyOf(findings);
    }

    /** Starts to read the rows, cells exactly as they stand; the caller closes the reader. */
    public TabularReader read() {
        List<CellColumn> raw = columns().stream()
                .map(column -> new CellColumn(
                        column.index(),
                        column.key(),
                        column.header(),
                        Kind.RAW,
                        Map.of(),
                        -1,
                        CellColumn.Misfit.KEEP,
                        false))
                .toList();
        return read(raw, ReadingOptions.NONE);
    }

    /**
     * Starts to read the rows, cells by the kinds of their columns; the caller closes the reader.
     *
     * @param kinds the columns to read, in the order in which rows give them out
     */
    public TabularReader read(List<CellColumn> kinds, ReadingOptions options) {
        return new TabularReader(this, new ColumnReading(this, kinds, options), OptionalLong.empty());
    }

    /** Reads all rows to find out what the columns show as wholes. */
    ColumnEvidence evidence(List<CellColumn> kinds, ReadingOptions options) {
        ColumnEvidence evidence = new ColumnEvidence(kinds, options);
        try (RecordStream records = records(new RowCheck(kinds, width()))) {
            for (Rec rec = records.next(); rec != null; rec = records.next()) {
                if (rec.problem() == null && rec.cells().size() >= width()) {
                    evidence.see(columns.merged(rec.cells()));
                }
            }
        } catch (IOException e) {
            throw TabularReader.failed(name, 0, e);
        }
        return evidence;
    }

    /** Starts to read the records; the caller closes them. */
    RecordStream records(RowCheck check) throws IOException {
        return layout.dialect().json() ? new JsonRecords(this) : new Records(this, check);
    }

    Reader text(GuessedLines guessed) throws IOException {
        Reader text = encoding.open(source, guessed);
        return layout.dialect().backslash()
                ? new QuoteEscapes(new BufferedReader(text), layout.dialect().delimiter())
                : text;
    }

    /** Returns what the first cells of rows look like. */
    KeyShapes keyShapes() {
        KeyShapes shapes = new KeyShapes();
        Set<List<String>> headers = new HashSet<>(List.of(layout.headers()));
        for (List<String> cells : Delimiter.records(sample, layout.dialect().delimiter())) {
            if (cells.size() == width() && !headers.contains(cells)) {
                shapes.see(cells.get(0));
            }
        }
        return shapes;
    }

    HeaderColumns headerColumns() {
        return columns;
    }

    /** Returns how many cells a row has. */
    int width() {
        return layout.headers().size();
    }

    List<String> headers() {
        return layout.headers();
    }

    long headerLine() {
        return layout.headerLine();
    }

    Dialect dialect() {
        return layout.dialect();
    }

    TextEncoding textEncoding() {
        return encoding;
    }
}
