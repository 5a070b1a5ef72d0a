package dev.crmmigration.connector.profi.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was exported from Profi and what the customer decided: files and columns differ from export to export. */
final class Export {

    static final String COACH = "coach";
    static final String ORGANIZATION = "organization";
    static final String CLIENT = "client";
    static final String PACKAGE = "package";
    static final String ENROLLMENT = "enrollment";
    static final String SESSION = "session";
    static final String PARTICIPANT = "session_participant";
    static final String COURSE = "course";
    static final String MODULE = "content_module";
    static final String CONTENT = "content_enrollment";
    static final String PROGRESS = "content_progress";
    static final String NOTE = "note";
    static final String NOTE_IMAGE = "note_image";
    static final String ACTIVITY = "activity";
    static final String INVOICE = "invoice";
    static final String LINE = "invoice_line";
    static final String PAYMENT = "payment";
    static final String ATTACHMENT = "attachment";
    static final String CUSTOM_VALUE = "custom_field_value";

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

    /** Returns the expressions of columns, with commas between. */
    String columns(String object, String... columns) {
        return Stream.of(columns).map(column -> column(object, column)).collect(Collectors.joining(", "));
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

    /** Returns the expression of a fixed text. */
    static String text(String value) {
        return Expression.constant(value).toString();
    }

    private Optional<ObjectDescription> description(String object) {
        return context.source().object(ObjectType.of(object));
    }
}
