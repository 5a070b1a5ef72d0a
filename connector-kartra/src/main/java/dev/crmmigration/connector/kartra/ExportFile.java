package dev.crmmigration.connector.kartra;

import dev.crmmigration.toolkit.tabular.Table;
import dev.crmmigration.toolkit.tabular.TabularFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A file of one object, ready to be read.
 *
 * @param table the file
 * @param exported when Kartra made it, if its name says so
 * @param columns its columns
 * @param rows reads its rows
 */
record ExportFile(Table table, Optional<Instant> exported, List<BoundColumn> columns, RowReader rows) {

    ExportFile {
        columns = List.copyOf(columns);
    }

    /** The order of reading: by the moment of the export, those without one first, by name. */
    static Comparator<TabularFile> order() {
        return Comparator.comparing((TabularFile file) -> version(file.name())).thenComparing(TabularFile::name);
    }

    private static long version(String name) {
        return ExportName.moment(name).map(Instant::toEpochMilli).orElse(0L);
    }

    String name() {
        return table.file();
    }

    /** Returns the header of the column that fills a field, else the name itself. */
    String header(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .map(BoundColumn::header)
                .findFirst()
                .orElse(key);
    }

    /** Returns which of several rows with one id counts: that of the latest export. */
    long version() {
        return exported.map(Instant::toEpochMilli).orElse(0L);
    }
}
