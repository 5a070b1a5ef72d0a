package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored record: its document, a fifth of the memory of a tree, and what the search still takes it for.
 *
 * @param previous what the record was before a change that the search has not seen; {@code null} if it was not there
 * @param changed when the search's copy became out of date; {@code null} once it has caught up
 */
record Row(
        long id,
        boolean isDeleted,
        byte[] document,
        byte @Nullable [] previous,
        @Nullable Instant changed) {

    static final String DELETED = "is_deleted";

    static Row of(ObjectNode record, byte @Nullable [] previous, @Nullable Instant changed) {
        return new Row(
                record.path("id").longValue(),
                record.path(DELETED).asBoolean(false),
                Json.bytes(record),
                previous,
                changed);
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
