package dev.crmmigration.connector.profi;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.tabular.TableSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object of the bundle: one record for each row of its file.
 *
 * @param type the object
 * @param table its file
 * @param key the columns that tell its rows apart
 * @param natural the columns that do so where the key is missing
 * @param derived fields that are worked out, beyond those of the columns
 */
record ProfiObject(
        ObjectType type, TableSpec table, List<String> key, List<String> natural, Map<String, FieldType> derived) {

    static final String CURRENCY = "currency";

    /** Before a key in objects that may have custom fields. */
    static final String CUSTOM = "cf_";

    private static final Map<String, FieldType> OWNED = Map.of("owner", FieldType.TEXT);

    static final ProfiObject COACH =
            of("coach", PeopleTables.COACHES, "coach_id").known("email", "last_name");
    static final ProfiObject ORGANIZATION = of("organization", PeopleTables.ORGANIZATIONS, "organization_id")
            .known("name", "domain")
            .with(OWNED);
    static final ProfiObject CLIENT = of("client", PeopleTables.CLIENTS, "client_id")
            .known("email", "full_name", "first_name", "last_name", "phone")
            .with(OWNED)
            .with(fields(
                    "same_as", FieldType.TEXT,
                    "duplicate_rank", FieldType.INTEGER,
                    "co_coach_emails", FieldType.CHOICES));
    static final ProfiObject PACKAGE =
            of("package", ServiceTables.PACKAGES, "package_id").known("name", "tier");
    static final ProfiObject ENROLLMENT = of("enrollment", ServiceTables.ENROLLMENTS, "enrollment_id")
            .known("client_id", "client_email", "package_id", "package_name", "enrolled_at")
            .with(OWNED)
            .with(fields(
                    "package_type", FieldType.TEXT,
                    "enrolled_on", FieldType.DATE,
                    "ended_at", FieldType.INSTANT,
                    "linked_sessions", FieldType.DECIMAL,
                    "balance", FieldType.TEXT));
    static final ProfiObject SESSION = of("session", ServiceTables.SESSIONS, "session_id")
            .known("client_id", "client_email", "starts_at", "type", "coach_id", "coach_email")
            .with(OWNED)
            .with(fields(
                    "enrollment_link", FieldType.TEXT,
                    "stated_enrollment_id", FieldType.TEXT,
                    "minutes", FieldType.INTEGER,
                    "minutes_from", FieldType.TEXT,
                    "meeting_link_from", FieldType.TEXT,
                    "rescheduled_to", FieldType.TEXT,
                    "recurring_schedule", FieldType.TEXT));
    static final ProfiObject PARTICIPANT = of(
                    "session_participant", ServiceTables.PARTICIPANTS, "session_id", "client_id")
            .known("session_id", "client_email")
            .with(fields("enrollment_link", FieldType.TEXT));
    static final ProfiObject COURSE =
            of("course", ServiceTables.COURSES, "course_id").known("title");
    static final ProfiObject MODULE =
            of("content_module", ServiceTables.MODULES, "module_id").known("course_id", "title");
    static final ProfiObject CONTENT_ENROLLMENT = of(
                    "content_enrollment", ServiceTables.CONTENT_ENROLLMENTS, "content_enrollment_id")
            .known("client_id", "client_email", "course_id", "course_title", "enrolled_at");
    static final ProfiObject PROGRESS = of(
                    "content_progress", ServiceTables.PROGRESS, "content_enrollment_id", "module_id")
            .known("content_enrollment_id", "module_id");
    static final ProfiObject NOTE = of("note", PaperTables.NOTES, "note_id")
            .known("client_id", "client_email", "created_at", "body")
            .with(OWNED)
            .with(fields("content", FieldType.LONG_TEXT));
    static final ProfiObject ACTIVITY = of("activity", PaperTables.ACTIVITIES, "activity_id")
            .known("client_id", "client_email", "kind", "started_at", "due_on", "subject")
            .with(OWNED)
            .with(fields("content", FieldType.LONG_TEXT));
    static final ProfiObject INVOICE = of("invoice", PaperTables.INVOICES, "invoice_id")
            .known("invoice_number", "client_id", "client_email", "issued_on", "total")
            .with(OWNED)
            .with(fields("settled_at", FieldType.INSTANT));
    static final ProfiObject LINE =
            of("invoice_line", PaperTables.LINES, "invoice_id", "line_no").known("invoice_id", "description", "amount");
    static final ProfiObject PAYMENT =
            of("payment", PaperTables.PAYMENTS, "payment_id").known("invoice_id", "amount", "paid_at", "reference");
    static final ProfiObject ATTACHMENT = of("attachment", PaperTables.ATTACHMENTS, "attachment_id")
            .known("parent_type", "parent_id", "file_name", "path")
            .with(fields("file", FieldType.ATTACHMENT));
    static final ProfiObject CUSTOM_VALUE = of(
                    "custom_field_value", PaperTables.CUSTOM_VALUES, "entity_type", "entity_id", "field_key")
            .known("entity_type", "entity_id", "field_key")
            .with(fields(
                    "value_number", FieldType.DECIMAL,
                    "value_date", FieldType.DATE,
                    "value_flag", FieldType.BOOLEAN,
                    "value_list", FieldType.CHOICES));

    /** In the order in which they are looked at: what others name comes before them. */
    static final List<ProfiObject> ALL = List.of(
            COACH,
            ORGANIZATION,
            CLIENT,
            PACKAGE,
            ENROLLMENT,
            SESSION,
            PARTICIPANT,
            COURSE,
            MODULE,
            CONTENT_ENROLLMENT,
            PROGRESS,
            NOTE,
            ACTIVITY,
            INVOICE,
            LINE,
            PAYMENT,
            ATTACHMENT,
            CUSTOM_VALUE);

    ProfiObject {
        key = List.copyOf(key);
        natural = List.copyOf(natural);
    }

    private static ProfiObject of(String type, TableSpec table, String... key) {
        return new ProfiObject(ObjectType.of(type), table, List.of(key), List.of(), Map.of());
    }

    private ProfiObject known(String... by) {
        return new ProfiObject(type, table, key, List.of(by), derived);
    }

    private ProfiObject with(Map<String, FieldType> more) {
        Map<String, FieldType> all = new LinkedHashMap<>(derived);
        all.putAll(more);
        return new ProfiObject(type, table, key, natural, all);
    }

    private static Map<String, FieldType> fields(Object... keysAndTypes) {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        for (int index = 0; index < keysAndTypes.length; index += 2) {
            fields.put((String) keysAndTypes[index], (FieldType) keysAndTypes[index + 1]);
        }
        return fields;
    }

    /** Tells whether the amounts of a row have its currency. */
    boolean hasMoney() {
        return table.columns().stream().anyMatch(column -> column.kind() == Kind.MONEY);
    }

    /** Tells whether a column is no field of its own: a currency is part of the amounts, a deletion no value. */
    boolean isHidden(String column) {
        return column.equals(Columns.DELETED) || (column.equals(CURRENCY) && hasMoney());
    }

    boolean is(ProfiObject other) {
        return type.equals(other.type);
    }
}
