package dev.crmmigration.connector.thepractice.mapping;

import static dev.crmmigration.connector.thepractice.mapping.Export.ANSWER;
import static dev.crmmigration.connector.thepractice.mapping.Export.ATTACHMENT;
import static dev.crmmigration.connector.thepractice.mapping.Export.CONTRACT;
import static dev.crmmigration.connector.thepractice.mapping.Export.INVOICE;
import static dev.crmmigration.connector.thepractice.mapping.Export.ITEM;
import static dev.crmmigration.connector.thepractice.mapping.Export.NOTE;
import static dev.crmmigration.connector.thepractice.mapping.Export.RESPONSE;

import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.List;

/** Texts in HTML of what was written: filled-in forms, notes, invoices, contracts. */
public final class PaperText {

    private final Export export;

    public PaperText(Export export) {
        this.export = export;
    }

    /** Returns, over a filled-in form, its title, when and by whom, and the answers in the order of the questions. */
    public String response() {
        List<String> lines = new ArrayList<>();
        lines.add("concat(\"<b>\", join(\", \", html(coalesce(form_title, \"Form\")), form_kind, html("
                + export.column(RESPONSE, "client_email") + "), iso(answered_at)), \"</b>\")");
        lines.add(Expressions.line("Status", export.column(RESPONSE, "status")));
        if (export.has(ANSWER)) {
            lines.add("related(form_answer, on: response_id, equals: $id, each: concat(\"<b>\", html(coalesce("
                    + "question_label, question_id)), \"</b><br>\", html(" + export.column(ANSWER, "answer")
                    + ")), reduce: list, order: position, order: question_id)");
        }
        lines.add("case(present(unanswered) => concat(\"Not answered: \", html(text(unanswered))), else => null)");
        lines.add(files("form_response"));
        lines.add("concat(\"Practice_Form_Response__c: \", html($id))");
        return joined(lines);
    }

    /** Returns, over a note, its title, author and time, the text, and the names of its files. */
    public String note() {
        String created = export.has(NOTE, "created_at") ? "iso(created_at)" : "null";
        String pinned = export.has(NOTE, "pinned") ? "case(eq(pinned, true) => \"pinned\", else => null)" : "null";
        return joined(List.of(
                "concat(\"<b>\", join(\", \", html(coalesce(" + export.column(NOTE, "title")
                        + ", \"Note\")), html(author_email), " + pinned + ", " + created + "), \"</b>\")",
                "content",
                files("note")));
    }

    private String files(String parent) {
        return export.has(ATTACHMENT)
                ? "case(related(attachment, on: parent_id, equals: $id, where: eq(parent_type, \"" + parent
                        + "\"), reduce: any) => concat(\"Files: \", html(text(related(attachment, on: parent_id, equals: $id,"
                        + " where: eq(parent_type, \"" + parent + "\"), each: " + export.column(ATTACHMENT, "file_name")
                        + ", reduce: list)))), else => null)"
                : "null";
    }

    public String invoiceNumber() {
        return "coalesce(" + export.columns(INVOICE, "invoice_number") + ", $id)";
    }

    public String paid() {
        return "coalesce(" + export.columns(INVOICE, "amount_paid", "total") + ")";
    }

    /** Returns, over an invoice, the whole of it: number, dates, lines, totals, payment. */
    public String invoice() {
        List<String> lines = new ArrayList<>();
        lines.add("concat(\"<b>Invoice \", html(" + invoiceNumber() + "), \"</b>\")");
        lines(lines, INVOICE, "Status", "status", "Issued", "issued_on", "Due", "due_on");
        if (export.has(ITEM)) {
            lines.add("related(invoice_item, on: invoice_id, equals: $id, each: html(join(\" x \", "
                    + export.columns(ITEM, "description", "quantity", "amount") + ")), reduce: list, order: "
                    + (export.has(ITEM, "line_no") ? "line_no" : "$id") + ")");
        }
        lines(lines, INVOICE, "Subtotal", "subtotal", "Tax", "tax", "Total", "total", "Paid", "amount_paid");
        lines(lines, INVOICE, "Payment method", "payment_method", "Reference", "stripe_reference");
        lines.add("case(present(settled_at) => concat(\"Settled: \", iso(settled_at)), else => null)");
        if (export.has(INVOICE, "marked_paid_manually")) {
            lines.add("case(eq(marked_paid_manually, true) => \"Marked as paid by hand\", else => null)");
        }
        lines.add("concat(\"Practice_Invoice__c: \", html($id))");
        return joined(lines);
    }

    /** Folds the lines of invoices into what {@code mapping} makes of these. */
    public void foldLinesInto(List<MappingPart> parts, String mapping) {
        if (export.has(ITEM)) {
            parts.add(MappingPart.Contribution.fold(mapping, ITEM, "true", "invoice_id", List.of()));
            parts.add(MappingPart.Exclusion.of(
                    ITEM, "true", "These lines name an invoice that the export does not have"));
        }
    }

    /** Folds answers into what {@code mapping} makes of their forms. */
    public void foldAnswersInto(List<MappingPart> parts, String mapping) {
        if (export.has(ANSWER)) {
            parts.add(MappingPart.Contribution.fold(mapping, ANSWER, "true", "response_id", List.of()));
            parts.add(MappingPart.Exclusion.of(
                    ANSWER, "true", "These answers name a form response that the export does not have"));
        }
    }

    /** Returns, over a contract, who signed it when, and where its file is. */
    public String contract() {
        return contract(true);
    }

    /** Returns, over a contract, who signed it when, for texts that must not hold addresses which expire. */
    public String contractWithoutLink() {
        return contract(false);
    }

    private String contract(boolean withLink) {
        List<String> lines = new ArrayList<>();
        lines.add("concat(\"<b>Contract: \", html(coalesce(" + export.columns(CONTRACT, "title", "template_name")
                + ", \"without a title\")), \"</b>\")");
        lines(lines, CONTRACT, "Status", "status", "Sent", "sent_at", "Signed", "signed_at");
        lines(lines, CONTRACT, "Signed by", "signer_name", "Address of the signer", "signer_email");
        lines(lines, CONTRACT, "Template", "template_name");
        if (withLink) {
            lines(lines, CONTRACT, "Link", "file_url");
        }
        lines.add(Expressions.line("File is missing", "file_gap"));
        lines.add("concat(\"Practice_Contract__c: \", html($id))");
        return joined(lines);
    }

    private void lines(List<String> lines, String object, String... namesAndColumns) {
        for (int index = 0; index < namesAndColumns.length; index += 2) {
            if (export.has(object, namesAndColumns[index + 1])) {
                lines.add(Expressions.line(namesAndColumns[index], "text(" + namesAndColumns[index + 1] + ")"));
            }
        }
    }

    private static String joined(List<String> lines) {
        return "join(\"<br>\", " + String.join(", ", lines) + ")";
    }
}
