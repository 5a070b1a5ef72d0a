package dev.crmmigration.connector.nextcrm.app;

import static dev.crmmigration.connector.nextcrm.app.ColumnKind.FILE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.LABELS;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.LINE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.MOMENT;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.PROSE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.WHOLE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.WORD;

import java.util.List;

/** Documents, what they belong to, and the files of invoices. */
final class FileTables {

    static final List<AppTable> ALL = List.of(
            documents(),
            link("DocumentsToAccounts", "account_id", "account"),
            link("DocumentsToContacts", "contact_id", "contact"),
            link("DocumentsToLeads", "lead_id", "lead"),
            link("DocumentsToOpportunities", "opportunity_id", "opportunity"),
            link("DocumentsToTasks", "task_id", "task"),
            link("DocumentsToCrmAccountsTasks", "crm_accounts_task_id", "accountTask"),
            link("DocumentsToInvoices", "invoice_id", "invoice"),
            attachments());

    private FileTables() {}

    /** Of a chain of versions the first row, which has no parent, always carries the newest file. */
    private static AppTable documents() {
        return AppTable.of("document", "Documents")
                .columns(LINE, "document_name", "document_file_mimeType", "status", "visibility", "content_hash")
                .columns(PROSE, "description", "summary")
                .column(Column.of("file", FILE, "document_name", "parent_document_id"))
                .column(Column.reference("parent", "parent_document_id", "document"))
                .column(Column.named("type", "document_type", SmallTable.DOCUMENT_TYPES))
                .columns(WORD, "document_system_type")
                .columns(LABELS, "tags")
                .columns(WHOLE, "size", "version")
                .columns(MOMENT, "createdAt", "updatedAt", "last_updated")
                .column(Column.owner("owner_email", "assigned_user"))
                .column(Column.owner("creator_email", "createdBy"))
                .deletedAt()
                .deletedIf("status", "t.\"status\" = 'DELETED'")
                .changed("updatedAt", "last_updated", "createdAt")
                .build();
    }

    private static AppTable link(String table, String column, String kind) {
        return AppTable.of("documentLink", table)
                .key("document_id", column)
                .constant("kind", kind)
                .column(Column.reference("document", "document_id", "document"))
                .column(Column.of("target", LINE, column))
                .build();
    }

    private static AppTable attachments() {
        return AppTable.of("invoiceAttachment", "Invoice_Attachments")
                .column(Column.reference("invoice", "invoiceId", "invoice"))
                .column(Column.of("file", FILE, "filename"))
                .columns(LINE, "filename", "mimeType")
                .columns(WHOLE, "size")
                .columns(MOMENT, "uploadedAt")
                .changed("uploadedAt")
                .wholeOnly()
                .build();
    }
}
