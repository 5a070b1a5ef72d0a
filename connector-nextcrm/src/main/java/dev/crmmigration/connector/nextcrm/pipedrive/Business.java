package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;

/** What was read from NextCRM and what the customer decided: editions and releases differ in objects and fields. */
final class Business {

    private final MappingContext context;

    Business(MappingContext context) {
        this.context = context;
    }

    boolean has(String object) {
        return description(object).isPresent();
    }

    boolean has(String object, String field) {
        return description(object).flatMap(found -> found.field(field)).isPresent();
    }

    /** Tells whether at least one record has a value in the field. */
    boolean fills(String object, String field) {
        return has(object, field) && context.filled(ObjectType.of(object), field) > 0;
    }

    /** Returns the expression of a field; of one that there is not, the expression without a value. */
    String field(String object, String field) {
        return has(object, field) ? Expression.field(field).toString() : "null";
    }

    /** Returns the fields that the customer made. */
    List<FieldDescription> customFields(String object) {
        return description(object).map(ObjectDescription::fields).orElse(List.of()).stream()
                .filter(FieldDescription::custom)
                .toList();
    }

    List<String> distinct(String object, String field) {
        return has(object, field) ? context.distinct(ObjectType.of(object), field) : List.of();
    }

    /** Returns the labels of a pick-list in the order of NextCRM. */
    List<String> options(String object, String field) {
        return description(object)
                .flatMap(found -> found.field(field))
                .map(FieldDescription::options)
                .orElse(List.of())
                .stream()
                .map(Option::label)
                .toList();
    }

    String answer(Choice choice) {
        return context.answer(choice.name());
    }

    boolean chose(Choice choice, String option) {
        return answer(choice).equals(option);
    }

    /**
     * Returns the expression of the id of a record of an object that is there; no value if it is deleted or was never
     * there, since most references of NextCRM are kept when what they lead to is deleted.
     */
    String live(String object, String id) {
        return has(object) ? "related(" + object + ", on: $id, equals: " + id + ")" : "null";
    }

    /** Returns the expression of a field of the record with an id. */
    String of(String object, String id, String field) {
        return has(object, field)
                ? "related(" + object + ", on: $id, equals: " + id + ", each: " + field(object, field) + ")"
                : "null";
    }

    /** Returns the expression of a fixed text. */
    static String text(String value) {
        return Expression.constant(value).toString();
    }

    /** Returns the expression of a line {@code name: value} in HTML; no value if there is no value. */
    static String line(String name, String value) {
        return "case(empty(" + value + ") => null, else => concat(" + text(name + ": ") + ", html(" + value + ")))";
    }

    private Optional<ObjectDescription> description(String object) {
        return context.source().object(ObjectType.of(object));
    }
}
