package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All records of one object.
 *
 * <p>Not thread-safe: the account's lock guards it.
 */
final class Table {

    private final String name;
    private final Duration lag;
    private final TreeMap<Long, Row> rows = new TreeMap<>();
    private final Map<String, IdList> byKey = new HashMap<>();
    private final LinkedHashSet<Long> unsettled = new LinkedHashSet<>();
    private long lastId;
    private long version;

    /**
     * Creates an empty table.
     *
     * @param firstId where the ids begin
     * @param lag how long searches do not see a change
     */
    Table(String name, long firstId, Duration lag) {
        this.name = name;
        this.lag = lag;
        this.lastId = firstId;
    }

    String name() {
        return name;
    }

    long nextId() {
        return ++lastId;
    }

    long lastId() {
        return lastId;
    }

    /** Makes the next id greater than this one. */
    void reserve(long id) {
        lastId = Math.max(lastId, id);
    }

    /** Changes with every change of a record. */
    long version() {
        return version;
    }

    /** Returns the row, deleted or not, or {@code null}. */
    @Nullable
    Row find(long id) {
        return rows.get(id);
    }

    /** Returns a copy of a record that is neither missing nor deleted, or {@code null}. */
    @Nullable
    ObjectNode live(long id) {
        Row row = rows.get(id);
        return row == null || row.isDeleted() ? null : row.record();
    }

    boolean hasLive(long id) {
        Row row = rows.get(id);
        return row != null && !row.isDeleted();
    }

    /** Adds a record, or replaces the one of the same id. */
    void put(ObjectNode record, Instant now) {
        settle(now);
        Row old = rows.get(record.path("id").longValue());
        Row row = lag.isZero() ? Row.of(record) : unsettled(record, old, now);
        rows.put(row.id(), row);
        if (old != null) {
            Keys.of(old.record()).forEach(key -> removeKey(key, row.id()));
        }
        Keys.of(record).forEach(key -> addKey(key, row.id()));
        reserve(row.id());
        version++;
    }

    private Row unsettled(ObjectNode record, @Nullable Row old, Instant now) {
        long id = record.path("id").longValue();
        // Removed first, so that the set stays in the order of the changes.
        unsettled.remove(id);
        unsettled.add(id);
        return Row.unsettled(record, old, now);
    }

    /** Forgets a record; the search forgets it at once. */
    void remove(long id) {
        Row old = rows.remove(id);
        if (old != null) {
            Keys.of(old.record()).forEach(key -> removeKey(key, id));
            unsettled.remove(id);
            version++;
        }
    }

    private void addKey(String key, long id) {
        byKey.computeIfAbsent(key, any -> new IdList()).add(id);
    }

    private void removeKey(String key, long id) {
        IdList ids = byKey.get(key);
        if (ids != null) {
            ids.remove(id);
            if (ids.size() == 0) {
                byKey.remove(key);
            }
        }
    }

    /** Returns the rows that have a key now, deleted ones too, by id. */
    List<Row> withKey(String key) {
        IdList ids = byKey.get(key);
        return ids == null
                ? List.of()
                : Arrays.stream(ids.toArray()).mapToObj(rows::get).toList();
    }

    /** Returns copies of the live records that have a key now. */
    List<ObjectNode> liveWithKey(String key) {
        return withKey(key).stream()
                .filter(row -> !row.isDeleted())
                .map(Row::record)
                .toList();
    }

    /** Returns the live records as a search sees them: of those with a key, or of all. */
    List<ObjectNode> searched(@Nullable String key, Instant now) {
        settle(now);
        Set<Row> candidates = new LinkedHashSet<>(key == null ? rows.values() : withKey(key));
        unsettled.forEach(id -> candidates.add(rows.get(id)));
        return candidates.stream()
                .map(Row::searched)
                .filter(record -> record != null && !record.path(Row.DELETED).asBoolean(false))
                .filter(record -> key == null || Keys.of(record).contains(key))
                .toList();
    }

    /** Lets the search see the changes that are old enough. */
    private void settle(Instant now) {
        Iterator<Long> oldest = unsettled.iterator();
        while (oldest.hasNext()) {
            Row row = rows.get(oldest.next());
            Instant changed = row == null ? null : row.changed();
            if (row != null && changed != null) {
                if (changed.plus(lag).isAfter(now)) {
                    return;
                }
                rows.put(row.id(), row.settled());
            }
            oldest.remove();
        }
    }

    /** Returns all rows, the deleted ones too, by id. */
    Collection<Row> rows() {
        return rows.values();
    }

    /** Returns copies of the live records by id. */
    List<ObjectNode> allLive() {
        return rows.values().stream()
                .filter(row -> !row.isDeleted())
                .map(Row::record)
                .toList();
    }
}
