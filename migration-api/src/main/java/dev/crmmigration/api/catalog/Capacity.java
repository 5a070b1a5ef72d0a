package dev.crmmigration.api.catalog;

import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A limit on how much of something an account may hold, such as 100 custom fields. The engine counts what a plan adds and
 * refuses a plan that does not fit before it writes anything.
 *
 * @param name what people call it, such as {@code custom fields}
 * @param limit the most that the account may hold, at least 0
 * @param used how much it holds now; empty if only counting the records would tell
 * @param elements the kinds of schema that count
 * @param records the records that count
 * @param fileBytes whether the bytes of attached files count
 */
public record Capacity(
        String name,
        long limit,
        OptionalLong used,
        List<SchemaKind> elements,
        List<Counted> records,
        boolean fileBytes) {

    /** Limits elements or records. */
    public Capacity(String name, long limit, OptionalLong used, List<SchemaKind> elements, List<Counted> records) {
        this(name, limit, used, elements, records, false);
    }

    public Capacity {
        if (limit < 0) {
            throw new IllegalArgumentException("the limit of " + name + " must not be negative but was " + limit);
        }
        elements = List.copyOf(elements);
        records = List.copyOf(records);
    }

    /** Returns a limit on kinds of schema, such as custom fields. */
    public static Capacity ofElements(String name, long limit, long used, SchemaKind... kinds) {
        return new Capacity(name, limit, OptionalLong.of(used), List.of(kinds), List.of());
    }

    /** Returns a limit on records, of which the account does not say how many there are. */
    public static Capacity ofRecords(String name, long limit, Counted... records) {
        return new Capacity(name, limit, OptionalLong.empty(), List.of(), List.of(records));
    }

    /** Returns a limit on the bytes of all attached files together, such as the storage of the account's plan. */
    public static Capacity ofFileBytes(String name, long limit, long used) {
        return new Capacity(name, limit, OptionalLong.of(used), List.of(), List.of(), true);
    }

    /**
     * Records that count.
     *
     * @param object their object
     * @param where the field and the value that make a record count; empty if each one does
     */
    public record Counted(ObjectType object, Optional<Where> where) {

        public static Counted all(ObjectType object) {
            return new Counted(object, Optional.empty());
        }

        /** Returns the records whose field holds a value; a record without the field counts if {@code orAbsent}. */
        public static Counted where(ObjectType object, String field, String value, boolean orAbsent) {
            return new Counted(object, Optional.of(new Where(field, value, orAbsent)));
        }
    }

    /**
     * What makes a record count.
     *
     * @param field the key of a field
     * @param value the text or option key that it must hold
     * @param orAbsent whether a record that is written without the field counts
     */
    public record Where(String field, String value, boolean orAbsent) {}
}
