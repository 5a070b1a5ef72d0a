package dev.crmmigration.examples.benchmarks.damage;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.damage.Mend;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import dev.crmmigration.toolkit.tabular.TabularExport;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import dev.crmmigration.toolkit.tabular.TabularRow.Data;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the reader makes of a file. */
final class Reading {

    private final Map<String, Data> rows = new HashMap<>();
    private final List<Data> all = new ArrayList<>();
    private long aside;
    private boolean stopped;

    /** @param key the column by which rows are found */
    static Reading of(Path folder, String key) {
        Reading reading = new Reading();
        try {
            TabularExport export = TabularExport.open(
                    ExportFolder.open("export", folder.toString()), List.of(CleanTable.SPEC), CleanTable.OPTIONS);
            reading.stopped = export.tables().isEmpty();
            export.tables().forEach(table -> {
                try (TabularReader reader = table.read()) {
                    for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                        reading.add(row, key);
                    }
                }
            });
        } catch (ConfigurationException e) {
            reading.stopped = true;
        }
        return reading;
    }

    private void add(TabularRow row, String key) {
        if (row instanceof Data data) {
            rows.put(data.text(key), data);
            all.add(data);
        } else {
            aside++;
        }
    }

    long aside() {
        return aside;
    }

    boolean isStopped() {
        return stopped;
    }

    List<Data> all() {
        return all;
    }

    Optional<Data> row(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** Tells whether all fields but the given one are what they are in the other row. */
    static boolean isSame(Data one, Data other) {
        return CleanTable.HEADER.stream().allMatch(key -> isSame(one, other, key));
    }

    private static boolean isSame(Data one, Data other, String key) {
        Object value = one.value(key).orElse("");
        Object clean = other.value(key).orElse("");
        return (value instanceof BigDecimal number && clean instanceof BigDecimal also)
                ? number.compareTo(also) == 0
                : value.equals(clean);
    }

    /** Tells whether every field that is not what it was is reported. */
    static boolean isFlagged(Data one, Data other) {
        boolean wholeRow = one.mends().stream().map(Mend::column).anyMatch(String::isEmpty);
        return wholeRow
                || CleanTable.HEADER.stream()
                        .filter(key -> !isSame(one, other, key))
                        .allMatch(key -> one.mends().stream()
                                .anyMatch(mend -> mend.column().equals(key)));
    }
}
