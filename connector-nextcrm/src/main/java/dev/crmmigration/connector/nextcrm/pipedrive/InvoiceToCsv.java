package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.Expressions.line;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Writes invoices down, since Pipedrive has no place for them: in CSV files, and a note on the organization each. */
public final class InvoiceToCsv extends NextCrmRow {

    private static final String FROM = "invoice";

    public InvoiceToCsv() {
        super(10, "Invoice -> Documented for rebuild", Fidelity.LOSSY);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.INVOICES);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "invoices, credit notes, proformas, payments",
                        "Pipedrive has no invoices; Invoice Ninja, PandaDoc and QuickBooks are tools that work with it",
                        "CSV files of invoices, lines and payments; a note on the organization with number, dates,"
                                + " amounts, status, lines and payments, and the PDF as a file"),
                new Loss(
                        "receipts",
                        "NextCRM has no such invoices, only documents of that kind",
                        "files of the organization"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has(FROM)) {
            parts.addAll(InvoiceFiles.parts(business));
            invoices(parts, business);
        }
        exclude(
                parts,
                business,
                "invoiceActivity",
                "what was done with an invoice is of no use without its application");
        exclude(parts, business, "taxRate", "it stands in the lines of the invoices");
        exclude(
                parts,
                business,
                "receivedInvoice",
                "invoices that were received before v0.10.0 are of no use for selling");
        return parts;
    }

    private static void invoices(List<MappingPart> parts, Business business) {
        String alive = "present(" + business.live("account", "account") + ")";
        if (!business.chose(Choices.INVOICES, "notes")) {
            exclude(parts, business, "invoiceAttachment", "the choice 'invoices' says so");
            return;
        }
        parts.add(MappingPart.Records.from(FROM)
                .to(NOTE)
                .where(alive)
                .orderBy("createdAt")
                .set("content", content(business))
                .set("org_id", "link(AccountToOrganization, account)")
                .set("add_time", "createdAt")
                .build());
        if (business.fills(FROM, "pdf")) {
            parts.add(MappingPart.Records.from(FROM)
                    .to("file")
                    .part("pdf")
                    .where("and(" + alive + ", present(pdf))")
                    .set(FieldMapping.CONTENT, "pdf")
                    .set("org_id", "link(AccountToOrganization, account)")
                    .build());
        }
        attachments(parts, business);
    }

    private static void attachments(List<MappingPart> parts, Business business) {
        if (!business.has("invoiceAttachment")) {
            return;
        }
        String organization =
                "related(invoice, on: $id, equals: invoice, each: " + business.live("account", "account") + ")";
        String alive = "and(present(" + organization + "), present(file))";
        parts.add(MappingPart.Records.from("invoiceAttachment")
                .to("file")
                .part("attachment")
                .where(alive)
                .set(FieldMapping.CONTENT, "file")
                .set("org_id", "link(AccountToOrganization, " + organization + ")")
                .build());
        parts.add(MappingPart.Exclusion.of(
                "invoiceAttachment", "not(" + alive + ")", "the account of its invoice is deleted"));
    }

    /** Amounts of credit notes are positive: the type says the sign. */
    private static String content(Business business) {
        String lines = business.has("invoiceLine")
                ? "join(\"<br>\", related(invoiceLine, on: invoice, equals: $id, each: concat(html(description), \": \","
                        + " text(quantity), \" x \", text(unitPrice), \" = \", text(lineTotal)), reduce: list, order:"
                        + " position))"
                : "null";
        String paid = business.has("invoicePayment")
                ? "join(\"; \", related(invoicePayment, on: invoice, equals: $id, each: concat(iso(utcDate(paidAt)), \" \","
                        + " text(amount), \" \", coalesce(method, \"\")), reduce: list, order: paidAt))"
                : "null";
        return "chunk(join(\"<br>\", concat(case(eq(type, \"CREDIT_NOTE\") => \"Credit note \", eq(type, \"PROFORMA\") =>"
                + " \"Proforma \", else => \"Invoice \"), html(coalesce(number, \"(draft)\"))), "
                + line("Status", "text(status)") + ", " + line("Issued", "iso(utcDate(issueDate))") + ", "
                + line("Due", "iso(utcDate(dueDate))") + ", " + line("Total", "text(grandTotal)") + ", "
                + line("of which tax", "text(vatTotal)") + ", " + line("Balance due", "text(balanceDue)") + ", " + lines
                + ", " + line("Paid", paid) + "), 90000, 1)";
    }

    private static void exclude(List<MappingPart> parts, Business business, String object, String reason) {
        if (business.has(object)) {
            parts.add(MappingPart.Exclusion.of(object, "true", reason));
        }
    }
}
