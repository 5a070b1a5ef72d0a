package dev.crmmigration.connector.pipedrive.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the rows of one page, by the index that has the least to read. Used once. */
final class TableScan {

    /** Below this many changes it is cheaper to sort them than to walk through the table. */
    private static final int FEW_CHANGES = 2_000;

    private final Table table;
    private final ListQuery query;
    private final Visibility visibility;
    private final TimeIndex byUpdateTime;
    private final List<Row> found = new ArrayList<>();

    TableScan(Table table, ListQuery query, Visibility visibility) {
        this.table = table;
        this.visibility = visibility;
        this.query = query;
        this.byUpdateTime = table.byUpdateTime().current();
    }

    /** Returns the rows of the page and, if there are more, one row beyond it. */
    List<Row> rows() {
        switch (query.sortBy()) {
            case "id" -> walk(candidates());
            case "add_time" -> walk(table.byAddTime());
            case "update_time" -> walk(byUpdateTime);
            case "name" -> walkByName();
            default -> walk(table.inOrderOf(query.sortBy()));
        }
        return found;
    }

    /** Returns the place after a row of this list. */
    Cursor cursorAfter(Row row) {
        long value = switch (query.sortBy()) {
            case "id", "name" -> row.id();
            case "add_time" -> row.addTime();
            case "update_time" -> indexedUpdate(row);
            default -> row.key(table.keyPosition(query.sortBy()));
        };
        return new Cursor(query.sortBy(), query.descending(), value, row.id());
    }

    private long indexedUpdate(Row row) {
        Long indexed = table.byUpdateTime().timeOf(row.id());
        return indexed == null ? row.updateTime() : indexed;
    }

    private void walk(IdList ids) {
        Cursor after = query.after();
        int position;
        if (query.descending()) {
            position = after == null ? ids.size() - 1 : ids.lastBefore(after.id());
        } else {
            position = after == null ? 0 : ids.firstAfter(after.id());
        }
        int step = query.descending() ? -1 : 1;
        while (position >= 0 && position < ids.size() && isOpen()) {
            offer(ids.get(position));
            position += step;
        }
    }

    private void walk(TimeIndex index) {
        Cursor after = query.after();
        TimeIndex.Entry start = after == null ? null : new TimeIndex.Entry(after.value(), after.id());
        Iterator<TimeIndex.Entry> entries = index.after(start, query.descending());
        while (entries.hasNext() && isOpen()) {
            offer(entries.next().id());
        }
    }

    private boolean isOpen() {
        return found.size() <= query.limit();
    }

    private void offer(long id) {
        Row row = table.find(id);
        if (row != null && matches(row)) {
            found.add(row);
        }
    }

    private boolean matches(Row row) {
        if (row.isDeleted() != query.deleted() || !visibility.shows(table, row)) {
            return false;
        }
        if (query.ids() != null && !query.ids().contains(row.id())) {
            return false;
        }
        for (Map.Entry<String, Long> key : query.keys().entrySet()) {
            if (row.key(table.keyPosition(key.getKey())) != key.getValue()) {
                return false;
            }
        }
        boolean isInTime = (query.updatedSince() == null && query.updatedUntil() == null) || isUpdatedInTime(row.id());
        return isInTime && (query.filter() == null || query.filter().test(row));
    }

    private boolean isUpdatedInTime(long id) {
        Long updated = table.byUpdateTime().timeOf(id);
        if (updated == null) {
            return false;
        }
        Long since = query.updatedSince();
        Long until = query.updatedUntil();
        return (since == null || updated >= since) && (until == null || updated < until);
    }

    private IdList candidates() {
        if (query.ids() != null) {
            return IdList.of(query.ids());
        }
        IdList changes = query.updatedSince() == null ? null : fewChanges(query.updatedSince());
        if (changes != null) {
            return changes;
        }
        IdList smallest = query.deleted() ? table.deleted() : table.live();
        for (Map.Entry<String, Long> key : query.keys().entrySet()) {
            IdList ids = table.withKey(key.getKey(), key.getValue());
            if (ids.size() < smallest.size() && !query.deleted()) {
                smallest = ids;
            }
        }
        return smallest;
    }

    /** Returns what has changed since then, or {@code null} if that is much. */
    private @Nullable IdList fewChanges(long since) {
        Iterator<TimeIndex.Entry> changes = byUpdateTime.after(new TimeIndex.Entry(since, Long.MIN_VALUE), false);
        List<Long> ids = new ArrayList<>();
        while (changes.hasNext()) {
            if (ids.size() == FEW_CHANGES) {
                return null;
            }
            ids.add(changes.next().id());
        }
        return IdList.of(ids);
    }

    /** Sorts the whole table by name, which only products can be sorted by: there are not many. */
    private void walkByName() {
        List<Row> rows = new ArrayList<>(table.rows());
        Comparator<Row> byName = Comparator.comparing(TableScan::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparingLong(Row::id);
        Comparator<Row> order = query.descending() ? byName.reversed() : byName;
        Cursor after = query.after();
        Row last = after == null ? null : table.find(after.id());
        if (last != null) {
            rows.removeIf(row -> order.compare(row, last) <= 0);
        }
        rows.sort(order);
        for (int i = 0; i < rows.size() && isOpen(); i++) {
            offer(rows.get(i).id());
        }
    }

    private static String name(Row row) {
        return row.record().path("name").asText("");
    }
}
