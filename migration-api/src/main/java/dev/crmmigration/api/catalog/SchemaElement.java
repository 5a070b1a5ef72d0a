package dev.crmmigration.api.catalog;

import dev.crmmigration.api.record.ObjectType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that the destination account needs before records can arrive: a custom field, an option of a pick-list, a
 * pipeline, a stage, an activity type, a saved filter. Named by labels only, never by an account's keys.
 *
 * @param object the object it belongs to
 * @param kind what it is
 * @param label its name, as people see it
 * @param properties what else a platform has to know, by the names that {@link SchemaKind} gives
 * @param options the labels of a new pick-list, in order; empty for everything else
 */
public record SchemaElement(
        ObjectType object, SchemaKind kind, String label, Map<String, String> properties, List<String> options) {

    public SchemaElement {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a " + kind + " of " + object + " needs a label");
        }
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        options = List.copyOf(options);
    }

    /** Returns a custom field of a type without options. */
    public static SchemaElement field(ObjectType object, String label, FieldType type) {
        return new SchemaElement(object, SchemaKind.FIELD, label, Map.of(SchemaKind.TYPE, type.name()), List.of());
    }

    /** Returns a custom pick-list field; {@code type} is {@code CHOICE} or {@code CHOICES}. */
    public static SchemaElement pickList(ObjectType object, String label, FieldType type, List<String> options) {
        return new SchemaElement(object, SchemaKind.FIELD, label, Map.of(SchemaKind.TYPE, type.name()), options);
    }

    /** Returns an option of an existing pick-list, which {@code field} names by key or label. */
    public static SchemaElement option(ObjectType object, String field, String label) {
        return new SchemaElement(object, SchemaKind.OPTION, label, Map.of(SchemaKind.OF_FIELD, field), List.of());
    }

    public static SchemaElement pipeline(ObjectType object, String label) {
        return new SchemaElement(object, SchemaKind.PIPELINE, label, Map.of(), List.of());
    }

    /**
     * Returns a stage, which is an option of {@code field}, grouped by pipeline; stages are created in the order in which
     * they are asked for.
     */
    public static SchemaElement stage(ObjectType object, String field, String pipeline, String label) {
        return new SchemaElement(
                object,
                SchemaKind.STAGE,
                label,
                Map.of(SchemaKind.OF_FIELD, field, SchemaKind.OF_PIPELINE, pipeline),
                List.of());
    }

    /** Returns a type of activity, which is an option of {@code field}. */
    public static SchemaElement activityType(ObjectType object, String field, String label) {
        return new SchemaElement(
                object, SchemaKind.ACTIVITY_TYPE, label, Map.of(SchemaKind.OF_FIELD, field), List.of());
    }

    /** Returns a saved filter over the records whose pick-list {@code field} holds the option {@code option}. */
    public static SchemaElement filter(ObjectType object, String label, String field, String option) {
        return new SchemaElement(
                object,
                SchemaKind.FILTER,
                label,
                Map.of(SchemaKind.OF_FIELD, field, SchemaKind.OF_OPTION, option),
                List.of());
    }
}
