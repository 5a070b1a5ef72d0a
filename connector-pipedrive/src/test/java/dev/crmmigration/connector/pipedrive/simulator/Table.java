package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All records of one object, with what its lists need to cost no more than a page.
 *
 * <p>Not thread-safe: the account's lock guards it.
 */
final class Table {

    private final String name;
    private final List<String> keyNames;
    private final TreeMap<Long, Row> rows = new TreeMap<>();
    private final IdList live = new IdList();
    private final IdList deleted = new IdList();
    private final List<Map<Long, IdList>> liveByKey = new ArrayList<>();
    private final TimeIndex byAddTime = new TimeIndex();
    private final Map<String, TimeIndex> sorted = new HashMap<>();
    private final LaggingIndex byUpdateTime;
    private long lastId;

    /**
     * Creates an empty table.
     *
     * @param keyNames the members that lists filter by
     */
    Table(String name, List<String> keyNames, LaggingIndex byUpdateTime) {
        this.name = name;
        this.keyNames = keyNames;
        this.byUpdateTime = byUpdateTime;
        keyNames.forEach(key -> liveByKey.add(new HashMap<>()));
    }

    /** Keeps the rows in the order of a key, too; must be said while the table is empty. */
    Table sortedBy(String keyName) {
        sorted.put(keyName, new TimeIndex());
        return this;
    }

    /** Returns the rows in the order of a key that the table is sorted by. */
    TimeIndex inOrderOf(String keyName) {
        TimeIndex order = sorted.get(keyName);
        if (order == null) {
            throw new IllegalArgumentException(name + " is not sorted by " + keyName);
        }
        return order;
    }

    String name() {
        return name;
    }

    long nextId() {
        return ++lastId;
    }

    /** Makes the next id greater than this one. */
    void reserve(long id) {
        lastId = Math.max(lastId, id);
    }

    long lastId() {
        return lastId;
    }

    /** Returns the row, deleted or not, or {@code null}. */
    @Nullable
    Row find(long id) {
        return rows.get(id);
    }

    /** Returns the row unless it is missing or deleted. */
    @Nullable
    Row findLive(long id) {
        Row row = rows.get(id);
        return row == null || row.isDeleted() ? null : row;
    }

    boolean hasLive(long id) {
        return findLive(id) != null;
    }

    /** Adds a record, or replaces the one of the same id. */
    Row put(ObjectNode record, int cleanedAt) {
        Row row = Row.of(record, keyNames, cleanedAt);
        Row old = rows.put(row.id(), row);
        if (old == null) {
            (row.isDeleted() ? deleted : live).add(row.id());
        } else if (old.isDeleted() != row.isDeleted()) {
            (old.isDeleted() ? deleted : live).remove(row.id());
            (row.isDeleted() ? deleted : live).add(row.id());
        }
        for (int i = 0; i < liveByKey.size(); i++) {
            indexKey(i, old, row);
        }
        if (old == null || old.addTime() != row.addTime()) {
            if (old != null) {
                byAddTime.remove(old.addTime(), old.id());
            }
            byAddTime.add(row.addTime(), row.id());
        }
        sorted.forEach((key, order) -> {
            if (old != null) {
                order.remove(old.key(keyPosition(key)), old.id());
            }
            order.add(row.key(keyPosition(key)), row.id());
        });
        byUpdateTime.changed(row.id(), row.updateTime());
        reserve(row.id());
        return row;
    }

    /** Replaces the document of a record by one with the same keys and times. */
    Row rewrite(ObjectNode record, int cleanedAt) {
        Row row = Row.of(record, keyNames, cleanedAt);
        rows.put(row.id(), row);
        return row;
    }

    /** Moves the id from the value it had to the value it has; in a long list that costs a copy, so only if they differ. */
    private void indexKey(int position, @Nullable Row old, Row row) {
        long before = old == null || old.isDeleted() ? Row.NONE : old.key(position);
        long after = row.isDeleted() ? Row.NONE : row.key(position);
        if (before == after) {
            return;
        }
        Map<Long, IdList> lists = liveByKey.get(position);
        IdList left = lists.get(before);
        if (left != null) {
            left.remove(row.id());
        }
        if (after != Row.NONE) {
            lists.computeIfAbsent(after, any -> new IdList()).add(row.id());
        }
    }

    /** Returns the live ids whose member has the value; for members among the key names only. */
    IdList withKey(String keyName, long value) {
        IdList ids = liveByKey.get(keyPosition(keyName)).get(value);
        return ids == null ? new IdList() : ids;
    }

    int keyPosition(String keyName) {
        int position = keyNames.indexOf(keyName);
        if (position < 0) {
            throw new IllegalArgumentException(name + " has no key " + keyName);
        }
        return position;
    }

    List<String> keyNames() {
        return keyNames;
    }

    IdList live() {
        return live;
    }

    IdList deleted() {
        return deleted;
    }

    TimeIndex byAddTime() {
        return byAddTime;
    }

    LaggingIndex byUpdateTime() {
        return byUpdateTime;
    }

    /** Returns all rows, the deleted ones too, by id. */
    Collection<Row> rows() {
        return rows.values();
    }
}
