package dev.crmmigration.connector.thepractice;

import static dev.crmmigration.toolkit.bundle.Columns.field;
import static dev.crmmigration.toolkit.bundle.Columns.money;
import static dev.crmmigration.toolkit.bundle.Columns.table;

import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.tabular.Column;
import dev.crmmigration.toolkit.tabular.TableSpec;

/** The files about what was written: forms, notes, invoices, contracts, attachments, custom properties. */
final class PaperTables {

    static final TableSpec RESPONSES = table(
            "form_responses",
            field(Kind.ID, "response_id"),
            field(Kind.REFERENCE, "form_id"),
            field(Kind.TEXT, "form_title"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "session_id"),
            Column.choice("status", "sent", "started", "submitted"),
            field(Kind.MOMENT, "sent_at"),
            field(Kind.MOMENT, "submitted_at"));

    static final TableSpec ANSWERS = table(
            "form_answers",
            field(Kind.REFERENCE, "response_id"),
            field(Kind.REFERENCE, "question_id"),
            field(Kind.TEXT, "question_label"),
            field(Kind.LONG_TEXT, "answer"),
            field(Kind.LIST, "answer_attachment_ids"));

    static final TableSpec NOTES = table(
            "notes",
            field(Kind.ID, "note_id"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "session_id"),
            field(Kind.REFERENCE, "author_coach_id"),
            field(Kind.EMAIL, "author_email"),
            field(Kind.TEXT, "title"),
            Column.choice("body_format", "html", "markdown", "text"),
            field(Kind.LONG_TEXT, "body"),
            field(Kind.BOOLEAN, "pinned"),
            field(Kind.LIST, "attachment_ids"));

    static final TableSpec INVOICES = table(
            "invoices",
            field(Kind.ID, "invoice_id"),
            field(Kind.CODE, "invoice_number"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "client_package_id"),
            Column.choice(
                    "status",
                    "draft",
                    "scheduled",
                    "sent",
                    "viewed",
                    "paid",
                    "failed",
                    "overdue",
                    "cancelled",
                    "refunded"),
            field(Kind.DATE, "issued_on"),
            field(Kind.DATE, "due_on"),
            field(Kind.MOMENT, "paid_at"),
            money("subtotal"),
            money("tax"),
            money("total"),
            money("amount_paid"),
            field(Kind.CURRENCY, "currency"),
            Column.choice("payment_method", "card", "bank_transfer", "cash", "other"),
            field(Kind.BOOLEAN, "marked_paid_manually"),
            field(Kind.TEXT, "stripe_reference"));

    static final TableSpec ITEMS = table(
            "invoice_items",
            field(Kind.REFERENCE, "invoice_id"),
            field(Kind.INTEGER, "line_no"),
            field(Kind.TEXT, "description"),
            field(Kind.DECIMAL, "quantity"),
            field(Kind.DECIMAL, "unit_price"),
            field(Kind.DECIMAL, "amount"));

    static final TableSpec CONTRACTS = table(
            "contracts",
            field(Kind.ID, "contract_id"),
            field(Kind.REFERENCE, "client_id"),
            field(Kind.EMAIL, "client_email"),
            field(Kind.REFERENCE, "client_package_id"),
            field(Kind.TEXT, "title"),
            field(Kind.TEXT, "template_name"),
            Column.choice("status", "draft", "sent", "viewed", "signed", "declined", "expired", "voided"),
            field(Kind.MOMENT, "sent_at"),
            field(Kind.MOMENT, "signed_at"),
            field(Kind.TEXT, "signer_name"),
            field(Kind.EMAIL, "signer_email"),
            field(Kind.URL, "file_url"),
            field(Kind.TEXT, "file_path"),
            field(Kind.REFERENCE, "attachment_id"),
            field(Kind.CODE, "sha256"));

    static final TableSpec ATTACHMENTS = table(
            "attachments",
            field(Kind.ID, "attachment_id"),
            Column.choice("parent_type", "client", "session", "note", "invoice", "company", "form_response", "contract")
                    .meaning("organization", "company"),
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

    /** What The Practice calls properties of a package belongs to the package of a client. */
    static final TableSpec PROPERTIES = table(
            "properties",
            field(Kind.TEXT, "property_key"),
            field(Kind.TEXT, "label"),
            entity("applies_to"),
            Column.choice(
                    "type", "text", "long_text", "number", "date", "boolean", "single_select", "multi_select", "url"),
            field(Kind.LIST, "options"));

    static final TableSpec PROPERTY_VALUES = table(
            "property_values",
            entity("entity_type"),
            field(Kind.REFERENCE, "entity_id"),
            field(Kind.TEXT, "property_key"),
            field(Kind.LONG_TEXT, "value"));

    private PaperTables() {}

    private static Column entity(String key) {
        return Column.choice(key, "client", "client_package", "session").meaning("package", "client_package");
    }
}
