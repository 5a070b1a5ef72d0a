package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.CellColumn.Misfit;
import dev.crmmigration.toolkit.cells.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a table of an export looks like.
 *
 * @param name its name, which is that of its file in a manifest
 * @param columns the columns that it may have
 */
public record TableSpec(String name, List<Column> columns) {

    public TableSpec {
        columns = List.copyOf(columns);
    }

    public static TableSpec of(String name, Column... columns) {
        return new TableSpec(name, List.of(columns));
    }

    /** Returns the headers that it knows. */
    Set<String> names() {
        return columns.stream().flatMap(column -> column.names().stream()).collect(Collectors.toSet());
    }

    /** Returns the columns of a file that it knows, by key of the field: for each field the best of its names. */
    Map<String, TabularColumn> known(List<TabularColumn> header) {
        Map<String, TabularColumn> byName = new HashMap<>();
        header.forEach(column -> byName.putIfAbsent(column.key(), column));
        Map<String, TabularColumn> known = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Column column : columns) {
            for (String name : column.names()) {
                TabularColumn found = byName.get(name);
                if (found != null && taken.add(found.index())) {
                    known.put(column.key(), found);
                    break;
                }
            }
        }
        return known;
    }

    boolean isMissingRequired(Map<String, TabularColumn> known) {
        return columns.stream().anyMatch(column -> column.isRequired() && !known.containsKey(column.key()));
    }

    /** Returns how the columns of a file are read: those that it knows, then all others as text. */
    List<CellColumn> bind(List<TabularColumn> header) {
        Map<String, TabularColumn> known = known(header);
        List<CellColumn> bound = new ArrayList<>();
        for (Column column : columns) {
            TabularColumn found = known.get(column.key());
            if (found != null) {
                TabularColumn related = known.get(column.related());
                bound.add(new CellColumn(
                        found.index(),
                        column.key(),
                        found.header(),
                        column.kind(),
                        column.words(),
                        related == null ? -1 : related.index(),
                        Misfit.REFUSE,
                        column.isOrdered()));
            }
        }
        Set<Integer> taken = bound.stream().map(CellColumn::index).collect(Collectors.toSet());
        header.stream().filter(column -> !taken.contains(column.index())).forEach(column -> bound.add(extra(column)));
        return bound;
    }

    private static CellColumn extra(TabularColumn column) {
        return new CellColumn(
                column.index(), column.key(), column.header(), Kind.LONG_TEXT, Map.of(), -1, Misfit.REPORT, false);
    }
}
