package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.time.LocalDate;
import java.util.List;

/**
 * A stored record: its document as it is sent, and what lists filter and sort by.
 *
 * <p>The document is kept as bytes, a fifth of the memory of a tree, and a page is sent without being parsed.
 */
final class Row {

    /** Stands for an absent value among the keys. */
    static final long NONE = Long.MIN_VALUE;

    private final long id;
    private final long addTime;
    private final long updateTime;
    private final boolean isDeleted;
    private final long[] keys;
    private final byte[] document;
    private final int cleanedAt;

    private Row(long id, ObjectNode record, long[] keys, byte[] document, int cleanedAt) {
        this.id = id;
        this.addTime = Times.epochSecond(record.path("add_time").asText(""));
        this.updateTime = Times.epochSecond(record.path("update_time").asText(""));
        this.isDeleted = record.path("is_deleted").asBoolean(false)
                || !record.path("active_flag").asBoolean(true);
        this.keys = keys;
        this.document = document;
        this.cleanedAt = cleanedAt;
    }

    /**
     * Stores a record.
     *
     * @param keyNames the members that lists filter by
     * @param cleanedAt the version of the field catalog that the record agrees with
     */
    static Row of(ObjectNode record, List<String> keyNames, int cleanedAt) {
        long[] keys = new long[keyNames.size()];
        for (int i = 0; i < keys.length; i++) {
            boolean isDate = keyNames.get(i).endsWith("_date");
            keys[i] = isDate ? dayOf(record.path(keyNames.get(i))) : key(record.path(keyNames.get(i)));
        }
        return new Row(Uuids.rowOf(record), record, keys, Json.bytes(record), cleanedAt);
    }

    /** Returns the number that stands for a value in filters; equal values have equal numbers. */
    static long key(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? 1 : 0;
        }
        return value.isTextual() ? key(value.textValue()) : NONE;
    }

    /** Returns days since 1970, so that dates sort. */
    private static long dayOf(JsonNode date) {
        return date.isTextual() ? LocalDate.parse(date.textValue()).toEpochDay() : NONE;
    }

    /** Returns a hash of 64 bits (FNV-1a), so that two texts of an account practically never share one. */
    static long key(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    long id() {
        return id;
    }

    /** Returns seconds since 1970. */
    long addTime() {
        return addTime;
    }

    /** Returns seconds since 1970. */
    long updateTime() {
        return updateTime;
    }

    boolean isDeleted() {
        return isDeleted;
    }

    long key(int position) {
        return keys[position];
    }

    byte[] document() {
        return document;
    }

    int cleanedAt() {
        return cleanedAt;
    }

    /** Returns a copy that may be changed. */
    ObjectNode record() {
        return Json.parseOwn(document);
    }
}
