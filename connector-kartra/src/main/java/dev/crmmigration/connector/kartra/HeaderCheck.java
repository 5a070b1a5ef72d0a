package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.tabular.TabularFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that every file has the columns without which its rows are no records. */
final class HeaderCheck {

    private final String currency;
    private final List<String> problems = new ArrayList<>();

    /** @param currency the currency of amounts that name none, or empty text */
    HeaderCheck(String currency) {
        this.currency = currency;
    }

    /** @throws ConfigurationException naming every file and column that is wrong */
    void check(Map<KartraObject, List<TabularFile>> tables, Map<TabularFile, List<BoundColumn>> bound) {
        tables.forEach((object, all) ->
                all.forEach(table -> check(object, table.name(), bound.getOrDefault(table, List.of()))));
        if (!problems.isEmpty()) {
            throw new ConfigurationException("the export", problems);
        }
    }

    private void check(KartraObject object, String file, List<BoundColumn> columns) {
        for (List<String> oneOf : object.required()) {
            if (columns.stream().noneMatch(column -> oneOf.contains(column.key()))) {
                problems.add("file " + file + ", line 1: column '" + String.join("' or '", oneOf)
                        + "' is missing. Export the " + object.file() + " again with all columns");
            }
        }
        boolean rowsNameOne = columns.stream().anyMatch(column -> column.key().equals(RowReader.CURRENCY));
        for (BoundColumn column : columns) {
            if (column.kind().isMoney() && column.currency().isEmpty() && currency.isEmpty() && !rowsNameOne) {
                problems.add("file " + file + ", line 1: column '" + column.header()
                        + "' names no currency. Set 'currency' for the source, such as USD");
            }
        }
    }
}
