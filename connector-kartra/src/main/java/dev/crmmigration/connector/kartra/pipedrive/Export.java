package dev.crmmigration.connector.kartra.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was exported from Kartra and what the customer decided: columns differ from export to export. */
final class Export {

    static final String CONTACT = "contact";
    static final String TRANSACTION = "transaction";
    static final String SUBSCRIPTION = "subscription";
    static final String APPOINTMENT = "appointment";
    static final String AFFILIATE = "affiliate";

    private final MappingContext context;

    Export(MappingContext context) {
        this.context = context;
    }

    boolean has(String object) {
        return description(object).isPresent();
    }

    boolean has(String object, String column) {
        return description(object).flatMap(found -> found.field(column)).isPresent();
    }

    /** Tells whether at least one record has a value in the column. */
    boolean fills(String object, String column) {
        return has(object, column) && context.filled(ObjectType.of(object), column) > 0;
    }

    /** Returns the expression of a column; of one that the export lacks, the expression without a value. */
    String column(String object, String column) {
        return has(object, column) ? Expression.field(column).toString() : "null";
    }

    List<FieldDescription> columns(String object) {
        return description(object).map(ObjectDescription::fields).orElse(List.of());
    }

    List<String> distinct(String object, String column) {
        return has(object, column) ? context.distinct(ObjectType.of(object), column) : List.of();
    }

    String answer(Choice choice) {
        return context.answer(choice.name());
    }

    boolean chose(Choice choice, String option) {
        return answer(choice).equals(option);
    }

    /** Returns the items of an answer that is a list with commas; nothing for {@code none}. */
    List<String> answers(Choice choice) {
        return Stream.of(answer(choice).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty() && !item.equals(Choices.NONE))
                .distinct()
                .toList();
    }

    /** Returns the expression of the calendar day of a moment, where the business counts its days. */
    String day(String moment) {
        return "date(" + moment + ", " + text(answer(Choices.CALENDAR_ZONE)) + ")";
    }

    /** Returns the expression of a fixed text. */
    static String text(String value) {
        return Expression.constant(value).toString();
    }

    private Optional<ObjectDescription> description(String object) {
        return context.source().object(ObjectType.of(object));
    }
}
