package dev.crmmigration.connector.profi;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.toolkit.bundle.BundleFormat;
import dev.crmmigration.toolkit.bundle.BundleObject;
import dev.crmmigration.toolkit.bundle.CustomValues;
import dev.crmmigration.toolkit.tabular.TableSpec;
import java.util.List;

/** The objects of a bundle of Profi. */
final class ProfiObject {

    static final BundleObject COACH =
            of("coach", PeopleTables.COACHES, "coach_id").toldBy("email", "last_name");
    static final BundleObject ORGANIZATION = of("organization", PeopleTables.ORGANIZATIONS, "organization_id")
            .toldBy("name", "domain")
            .with("owner", FieldType.TEXT);
    static final BundleObject CLIENT = of("client", PeopleTables.CLIENTS, "client_id")
            .toldBy("email", "full_name", "first_name", "last_name", "phone")
            .with("owner", FieldType.TEXT)
            .with("same_as", FieldType.TEXT)
            .with("duplicate_rank", FieldType.INTEGER)
            .with("co_coach_emails", FieldType.CHOICES)
            .withFilled("organization_id")
            .toldByEmail();
    static final BundleObject PACKAGE =
            of("package", ServiceTables.PACKAGES, "package_id").toldBy("name", "tier");
    static final BundleObject ENROLLMENT = of("enrollment", ServiceTables.ENROLLMENTS, "enrollment_id")
            .toldBy("client_id", "client_email", "package_id", "package_name", "enrolled_at")
            .with("owner", FieldType.TEXT)
            .with("package_type", FieldType.TEXT)
            .with("enrolled_on", FieldType.DATE)
            .with("ended_at", FieldType.INSTANT)
            .with("linked_sessions", FieldType.DECIMAL)
            .with("balance", FieldType.TEXT)
            .withFilled("client_id", "package_id", "package_name", "tier");
    static final BundleObject SESSION = of("session", ServiceTables.SESSIONS, "session_id")
            .toldBy("client_id", "client_email", "starts_at", "type", "coach_id", "coach_email")
            .with("owner", FieldType.TEXT)
            .with("enrollment_link", FieldType.TEXT)
            .with("stated_enrollment_id", FieldType.TEXT)
            .with("minutes", FieldType.INTEGER)
            .with("minutes_from", FieldType.TEXT)
            .with("meeting_link_from", FieldType.TEXT)
            .with("rescheduled_to", FieldType.TEXT)
            .with("recurring_schedule", FieldType.TEXT)
            .withFilled("client_id", "enrollment_id", "meeting_link");
    static final BundleObject PARTICIPANT = of(
                    "session_participant", ServiceTables.PARTICIPANTS, "session_id", "client_id")
            .toldBy("session_id", "client_email")
            .with("enrollment_link", FieldType.TEXT)
            .withFilled("client_id", "enrollment_id");
    static final BundleObject COURSE =
            of("course", ServiceTables.COURSES, "course_id").toldBy("title");
    static final BundleObject MODULE =
            of("content_module", ServiceTables.MODULES, "module_id").toldBy("course_id", "title");
    static final BundleObject CONTENT_ENROLLMENT = of(
                    "content_enrollment", ServiceTables.CONTENT_ENROLLMENTS, "content_enrollment_id")
            .toldBy("client_id", "client_email", "course_id", "course_title", "enrolled_at")
            .withFilled("client_id");
    static final BundleObject PROGRESS = of(
                    "content_progress", ServiceTables.PROGRESS, "content_enrollment_id", "module_id")
            .toldBy("content_enrollment_id", "module_id");
    static final BundleObject NOTE = of("note", PaperTables.NOTES, "note_id")
            .toldBy("client_id", "client_email", "created_at", "body")
            .with("owner", FieldType.TEXT)
            .with("content", FieldType.LONG_TEXT)
            .withFilled("client_id", "author_email");
    static final BundleObject ACTIVITY = of("activity", PaperTables.ACTIVITIES, "activity_id")
            .toldBy("client_id", "client_email", "kind", "started_at", "due_on", "subject")
            .with("owner", FieldType.TEXT)
            .with("content", FieldType.LONG_TEXT)
            .withFilled("client_id");
    static final BundleObject INVOICE = of("invoice", PaperTables.INVOICES, "invoice_id")
            .toldBy("invoice_number", "client_id", "client_email", "issued_on", "total")
            .with("owner", FieldType.TEXT)
            .with("settled_at", FieldType.INSTANT)
            .withFilled("client_id");
    static final BundleObject LINE = of("invoice_line", PaperTables.LINES, "invoice_id", "line_no")
            .toldBy("invoice_id", "description", "amount");
    static final BundleObject PAYMENT =
            of("payment", PaperTables.PAYMENTS, "payment_id").toldBy("invoice_id", "amount", "paid_at", "reference");
    static final BundleObject ATTACHMENT = of("attachment", PaperTables.ATTACHMENTS, "attachment_id")
            .toldBy("parent_type", "parent_id", "file_name", "path")
            .with("file", FieldType.ATTACHMENT);
    static final BundleObject CUSTOM_VALUE = CustomValues.typed(
            of("custom_field_value", PaperTables.CUSTOM_VALUES, "entity_type", "entity_id", "field_key")
                    .toldBy("entity_type", "entity_id", "field_key"));

    /** In the order in which they are looked at: what others name comes before them. */
    static final List<BundleObject> ALL = List.of(
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

    static final BundleFormat FORMAT = new BundleFormat("profi", "Profi", ALL, PaperTables.CUSTOM_FIELDS, "field_key");

    private ProfiObject() {}

    private static BundleObject of(String type, TableSpec table, String... key) {
        return BundleObject.of(type, table, "cf_", key);
    }
}
