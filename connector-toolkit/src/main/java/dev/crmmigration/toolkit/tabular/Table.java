package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.CellColumn.Misfit;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import dev.crmmigration.toolkit.damage.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A file of an export that was recognised as a table. Its rows can be read any number of times. Immutable. */
public final class Table {

    private final String name;
    private final Set<String> known;
    private final TabularFile file;
    private final ReadingOptions options;
    private final List<CellColumn> columns;
    private final OptionalLong rows;
    private final ColumnReading reading;

    private Table(
            String name,
            Set<String> known,
            TabularFile file,
            ReadingOptions options,
            List<CellColumn> columns,
            OptionalLong rows) {
        this.name = name;
        this.known = known;
        this.file = file;
        this.options = options;
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.reading = new ColumnReading(file, columns, options);
    }

    static Table of(TableSpec spec, TabularFile file, ReadingOptions options, OptionalLong rows) {
        Set<String> known = spec.columns().stream().map(Column::key).collect(Collectors.toUnmodifiableSet());
        return new Table(spec.name(), known, file, options, spec.bind(file.columns()), rows);
    }

    /**
     * Makes a table of columns that the connector found out itself.
     *
     * @param columns the columns to read, in the order in which rows give them out
     */
    public static Table of(String name, TabularFile file, List<CellColumn> columns, ReadingOptions options) {
        Set<String> known = columns.stream().map(CellColumn::key).collect(Collectors.toUnmodifiableSet());
        return new Table(name, known, file, options, columns, OptionalLong.empty());
    }

    /** Returns the name of the table, such as {@code clients}. */
    public String name() {
        return name;
    }

    /** Returns the file, relative to the export. */
    public String file() {
        return file.name();
    }

    /** Returns all columns of the file, those that the table knows first. */
    public List<CellColumn> columns() {
        return columns;
    }

    /** Returns the columns that the table does not know, such as custom fields. They are text until a kind is given. */
    public List<CellColumn> extras() {
        return columns.stream().filter(column -> !known.contains(column.key())).toList();
    }

    /** Tells whether the file has a column for a field. */
    public boolean has(String key) {
        return columns.stream().anyMatch(column -> column.key().equals(key));
    }

    /**
     * Returns the table with another kind for a column that it does not know. Cells that do not fit it have no value and are
     * reported as {@link Rule#CUSTOM_TYPE}.
     *
     * @param words for choices: what each word means, by {@link CellColumn#word}
     */
    public Table with(String key, Kind kind, Map<String, String> words) {
        List<CellColumn> changed = new ArrayList<>();
        for (CellColumn column : columns) {
            changed.add(
                    column.key().equals(key)
                            ? new CellColumn(
                                    column.index(), key, column.header(), kind, words, -1, Misfit.REPORT, false)
                            : column);
        }
        return new Table(name, known, file, options, changed, rows);
    }

    /** Returns what was found about the file as a whole. */
    public List<Rule> findings() {
        return file.findings();
    }

    /** Returns the name of the encoding. */
    public String encoding() {
        return file.encoding();
    }

    /** Returns how many rows the manifest says that there are. */
    public OptionalLong expectedRows() {
        return rows;
    }

    /** Starts to read the rows; the caller closes the reader. */
    public TabularReader read() {
        return new TabularReader(file, reading, rows);
    }
}
