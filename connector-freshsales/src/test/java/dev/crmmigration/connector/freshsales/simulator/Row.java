package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored record: its document as bytes, a fifth of the memory of a tree, and what the search still takes it for. */
final class Row {

    static final String DELETED = "is_deleted";

    private final long id;
    private final boolean isDeleted;
    private final byte[] document;
    private final byte @Nullable [] previous;
    private final @Nullable Instant changed;

    private Row(long id, boolean isDeleted, byte[] document, byte @Nullable [] previous, @Nullable Instant changed) {
        this.id = id;
        this.isDeleted = isDeleted;
        this.document = document;
        this.previous = previous;
        this.changed = changed;
    }

    /** Stores a record that every search sees at once. */
    static Row of(ObjectNode record) {
        return new Row(
                record.path("id").longValue(), record.path(DELETED).asBoolean(false), Json.bytes(record), null, null);
    }

    /**
     * Stores a record that searches do not see yet.
     *
     * @param old what it was before; {@code null} if it was not there
     */
    static Row unsettled(ObjectNode record, @Nullable Row old, Instant now) {
        Row row = of(record);
        byte[] known = old == null ? null : old.changed == null ? old.document : old.previous;
        return new Row(row.id, row.isDeleted, row.document, known, now);
    }

    long id() {
        return id;
    }

    boolean isDeleted() {
        return isDeleted;
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
        return new Row(id, isDeleted, document, null, null);
    }

    /** Returns the record as the search knows it, or {@code null}. */
    @Nullable
    ObjectNode searched() {
        byte[] known = changed == null ? document : previous;
        return known == null ? null : Json.parseOwn(known);
    }
}
