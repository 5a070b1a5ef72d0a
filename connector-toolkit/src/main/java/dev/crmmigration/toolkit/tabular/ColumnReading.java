package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.CellReader;
import dev.crmmigration.toolkit.cells.ColumnEvidence;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the columns of a file are read. What whole columns show is found out when it is needed, and once. */
final class ColumnReading {

    private final TabularFile file;
    private final List<CellColumn> columns;
    private final ReadingOptions options;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Supplier<ColumnEvidence> evidence;
    private @Nullable ColumnEvidence found;

    ColumnReading(TabularFile file, List<CellColumn> columns, ReadingOptions options) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.options = options;
        this.evidence = this::evidence;
        for (int i = 0; i < columns.size(); i++) {
            positions.putIfAbsent(columns.get(i).key(), i);
        }
    }

    private synchronized ColumnEvidence evidence() {
        if (found == null) {
            found = file.evidence(columns, options);
        }
        return found;
    }

    CellReader reader() {
        return new CellReader(file.name(), columns, options, evidence);
    }

    List<CellColumn> columns() {
        return columns;
    }

    /** Returns the positions of the fields in what the rows give out. */
    Map<String, Integer> positions() {
        return positions;
    }
}
