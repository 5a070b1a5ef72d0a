package dev.crmmigration.connector.profi;

import static dev.crmmigration.toolkit.bundle.Columns.field;
import static dev.crmmigration.toolkit.bundle.Columns.money;
import static dev.crmmigration.toolkit.bundle.Columns.table;

import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.tabular.Column;
import dev.crmmigration.toolkit.tabular.TableSpec;

/** The files about what was written: notes, activities, invoices, attachments, custom fields. */
final class PaperTables {

    static final TableSpec NOTES = table(
            "notes",
            field(Kind.ID, "note_id"),
            Column.choice("kind", "journal", "coaching_note", "session_note"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "session_id"),
            Column.choice("author_type", "coach", "client"),
            field(Kind.REFERENCE, "author_coach_id"),
            field(Kind.EMAIL, "author_email"),
            field(Kind.TEXT, "title"),
            format(),
            field(Kind.LONG_TEXT, "body"),
            Column.choice("visibility", "private", "shared"),
            field(Kind.LIST, "attachment_ids"));

    static final TableSpec ACTIVITIES = table(
            "activities",
            field(Kind.ID, "activity_id"),
            Column.choice("kind", "call", "meeting", "email", "task", "message"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "session_id"),
            field(Kind.REFERENCE, "coach_id"),
            field(Kind.EMAIL, "coach_email"),
            field(Kind.TEXT, "subject"),
            format(),
            field(Kind.LONG_TEXT, "body"),
            field(Kind.MOMENT, "started_at"),
            field(Kind.INTEGER, "duration_minutes"),
            field(Kind.BOOLEAN, "done"),
            field(Kind.DATE, "due_on"));

    static final TableSpec INVOICES = table(
            "invoices",
            field(Kind.ID, "invoice_id"),
            field(Kind.CODE, "invoice_number"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "enrollment_id"),
            field(Kind.REFERENCE, "session_id"),
            Column.choice("status", "draft", "open", "paid", "partially_paid", "overdue", "void", "refunded"),
            field(Kind.DATE, "issued_on"),
            field(Kind.DATE, "due_on"),
            field(Kind.MOMENT, "paid_at"),
            money("subtotal"),
            money("tax"),
            money("total"),
            money("amount_paid"),
            field(Kind.CURRENCY, "currency"),
            method("payment_method"),
            field(Kind.DATE, "next_billing_on"));

    static final TableSpec LINES = table(
            "invoice_lines",
            field(Kind.REFERENCE, "invoice_id"),
            field(Kind.INTEGER, "line_no"),
            field(Kind.TEXT, "description"),
            field(Kind.DECIMAL, "quantity"),
            field(Kind.DECIMAL, "unit_price"),
            field(Kind.DECIMAL, "amount"),
            field(Kind.REFERENCE, "package_id"),
            field(Kind.REFERENCE, "enrollment_id"),
            field(Kind.REFERENCE, "session_id"));

    static final TableSpec PAYMENTS = table(
            "payments",
            field(Kind.ID, "payment_id"),
            field(Kind.REFERENCE, "invoice_id"),
            money("amount"),
            field(Kind.CURRENCY, "currency"),
            method("method"),
            Column.choice("status", "succeeded", "failed", "refunded"),
            field(Kind.MOMENT, "paid_at"),
            field(Kind.TEXT, "reference"));

    static final TableSpec ATTACHMENTS = table(
            "attachments",
            field(Kind.ID, "attachment_id"),
            Column.choice("parent_type", "client", "session", "note", "invoice", "organization", "course"),
            field(Kind.REFERENCE, "parent_id"),
            Column.choice(
                    "category",
                    "contract",
                    "agreement",
                    "handout",
                    "profile_photo",
                    "inline_image",
                    "recording",
                    "other"),
            field(Kind.TEXT, "file_name"),
            field(Kind.TEXT, "mime_type"),
            field(Kind.INTEGER, "size_bytes"),
            field(Kind.CODE, "sha256"),
            field(Kind.TEXT, "path"),
            field(Kind.URL, "url"),
            field(Kind.EMAIL, "uploaded_by_email"));

    static final TableSpec CUSTOM_FIELDS = table(
            "custom_fields",
            field(Kind.TEXT, "field_key"),
            field(Kind.TEXT, "label"),
            Column.choice("applies_to", "client", "organization", "session", "enrollment", "invoice"),
            Column.choice(
                    "type", "text", "long_text", "number", "date", "boolean", "single_select", "multi_select", "url"),
            field(Kind.LIST, "options"),
            field(Kind.BOOLEAN, "required"));

    static final TableSpec CUSTOM_VALUES = table(
            "custom_field_values",
            Column.choice("entity_type", "client", "organization", "session", "enrollment", "invoice"),
            field(Kind.REFERENCE, "entity_id"),
            field(Kind.TEXT, "field_key"),
            field(Kind.LONG_TEXT, "value"));

    private PaperTables() {}

    private static Column format() {
        return Column.choice("body_format", "html", "markdown", "text");
    }

    private static Column method(String key) {
        return Column.choice(key, "card", "bank_transfer", "paypal", "cash", "other");
    }
}
