package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A stored record: its document as bytes, a fifth of the memory of a tree, what lists sort by most, and what the search still takes it
 * for.
 */
final class Row {

    static final String DELETED = "is_deleted";

    private final long id;
    private final boolean isDeleted;
    private final long created;
    private final long updated;
    private final byte[] document;
    private final byte @Nullable [] previous;
    private final @Nullable Instant changed;

    private Row(ObjectNode record, byte @Nullable [] previous, @Nullable Instant changed) {
        this.id = record.path("id").longValue();
        this.isDeleted = record.path(DELETED).asBoolean(false);
        this.created = seconds(record, "created_at");
        this.updated = seconds(record, "updated_at");
        this.document = Json.bytes(record);
        this.previous = previous;
        this.changed = changed;
    }

    private Row(Row settled) {
        this.id = settled.id;
        this.isDeleted = settled.isDeleted;
        this.created = settled.created;
        this.updated = settled.updated;
        this.document = settled.document;
        this.previous = null;
        this.changed = null;
    }

    private static long seconds(ObjectNode record, String member) {
        return Times.moment(record.path(member), ZoneOffset.UTC)
                .map(Instant::getEpochSecond)
                .orElse(0L);
    }

    /** Stores a record that every search sees at once. */
    static Row of(ObjectNode record) {
        return new Row(record, null, null);
    }

    /**
     * Stores a record that searches do not see yet.
     *
     * @param old what it was before; {@code null} if it was not there
     */
    static Row unsettled(ObjectNode record, @Nullable Row old, Instant now) {
        byte[] known = old == null ? null : old.changed == null ? old.document : old.previous;
        return new Row(record, known, now);
    }

    long id() {
        return id;
    }

    boolean isDeleted() {
        return isDeleted;
    }

    /** Returns seconds since 1970. */
    long created() {
        return created;
    }

    /** Returns seconds since 1970. */
    long updated() {
        return updated;
    }

    byte[] document() {
        return document;
    }

    /** Returns when the search's copy became out of date; {@code null} once it has caught up. */
    @Nullable
    Instant changed() {
        return changed;
    }

    /** Returns a copy that may be changed. */
    ObjectNode record() {
        return Json.parseOwn(document);
    }

    /** Returns the row as it is when the search has caught up. */
    Row settled() {
        return new Row(this);
    }

    /** Returns the record as the search knows it, or {@code null}. */
    @Nullable
    ObjectNode searched() {
        byte[] known = changed == null ? document : previous;
        return known == null ? null : Json.parseOwn(known);
    }
}
