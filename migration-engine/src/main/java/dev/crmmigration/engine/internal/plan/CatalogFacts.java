package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.matching.FieldFacts;
import dev.crmmigration.engine.internal.matching.ValueType;
import dev.crmmigration.engine.internal.snapshot.FieldValues;
import java.util.List;
import java.util.Optional;

/** Tells the matcher what catalogs and the snapshot say about fields. */
final class CatalogFacts {

    private static final int SAMPLES = 200;
    private static final int MOST_OPTIONS = 2_000;

    private CatalogFacts() {}

    /** Describes a field of the source, with what its values look like. */
    static FieldFacts source(ObjectType object, FieldDescription field, FieldValues values) {
        boolean text = field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT;
        return new FieldFacts(
                field.key(),
                field.label(),
                type(field.type()),
                false,
                refersTo(field),
                options(object, field, values),
                text ? values.some(object, field.key(), SAMPLES) : List.of());
    }

    /** Returns what a pick-list offers: what the source says, else what its records hold. */
    static List<String> options(ObjectType object, FieldDescription field, FieldValues values) {
        if (field.type() != FieldType.CHOICE && field.type() != FieldType.CHOICES) {
            return List.of();
        }
        List<String> declared = field.options().stream().map(Option::label).toList();
        return declared.isEmpty() ? values.some(object, field.key(), MOST_OPTIONS) : declared;
    }

    /** Describes a field of the destination under the name by which a mapping sets it. */
    static FieldFacts target(FieldDescription field) {
        return new FieldFacts(
                name(field),
                field.label(),
                type(field.type()),
                field.access() == Access.READ_ONLY || field.access() == Access.COMPUTED,
                refersTo(field),
                field.options().stream().map(Option::path).toList(),
                List.of());
    }

    static String name(FieldDescription field) {
        return field.custom() ? field.label() : field.key();
    }

    private static Optional<String> refersTo(FieldDescription field) {
        return field.type() == FieldType.USER
                ? Optional.of("user")
                : field.refersTo().map(ObjectType::name);
    }

    private static ValueType type(FieldType type) {
        return switch (type) {
            case TEXT -> ValueType.TEXT;
            case LONG_TEXT -> ValueType.LONG_TEXT;
            case INTEGER -> ValueType.INTEGER;
            case DECIMAL -> ValueType.DECIMAL;
            case BOOLEAN -> ValueType.BOOLEAN;
            case DATE -> ValueType.DATE;
            case TIME -> ValueType.TIME;
            case INSTANT -> ValueType.DATETIME;
            case DURATION -> ValueType.DURATION;
            case MONEY -> ValueType.MONEY;
            case ADDRESS -> ValueType.ADDRESS;
            case CONTACT_POINTS -> ValueType.LIST;
            case CHOICE -> ValueType.CHOICE;
            case CHOICES -> ValueType.CHOICES;
            case USER, REFERENCE -> ValueType.REFERENCE;
            case PARTICIPANTS -> ValueType.REFERENCES;
            case DATE_RANGE, TIME_RANGE -> ValueType.STRUCTURE;
            case ATTACHMENT -> ValueType.IMAGE;
        };
    }
}
