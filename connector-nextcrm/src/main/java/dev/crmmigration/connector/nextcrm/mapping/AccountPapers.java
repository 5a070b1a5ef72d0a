package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the papers of an account at a destination that has no place for them: notes and files of the company.
 *
 * @param notes the notes of the destination
 * @param files its files
 * @param company the field of both that names the company
 * @param mapping the mapping that makes the company of an account
 * @param time the field of notes for their time; empty if there is none
 */
public record AccountPapers(LongNotes notes, String files, String company, String mapping, String time) {

    private static final String INVOICE = "invoice";
    private static final String ATTACHMENT = "invoiceAttachment";
    private static final String CONTRACT = "contract";

    /** Returns parts that make a note of each contract. */
    public List<MappingPart> contracts(Business business) {
        String alive = alive(business);
        List<MappingPart> parts = new ArrayList<>(notes(CONTRACT, ContractText.content(business), alive));
        parts.add(MappingPart.Exclusion.of(CONTRACT, "not(" + alive + ")", "it belongs to no account that moves"));
        return parts;
    }

    /** Returns parts that make a note of each invoice, and files of its PDF and of its attachments. */
    public List<MappingPart> invoices(Business business) {
        String alive = alive(business);
        List<MappingPart> parts = new ArrayList<>(notes(INVOICE, InvoiceText.content(business), alive));
        if (business.fills(INVOICE, "pdf")) {
            parts.add(file(INVOICE, "pdf", "pdf", alive + ", present(pdf)", "account"));
        }
        if (business.has(ATTACHMENT)) {
            String account = InvoiceText.account(business);
            String isThere = "present(" + account + "), present(file)";
            parts.add(file(ATTACHMENT, "attachment", "file", isThere, account));
            parts.add(MappingPart.Exclusion.of(
                    ATTACHMENT, "not(and(" + isThere + "))", "the account of its invoice is deleted"));
        }
        return parts;
    }

    private static String alive(Business business) {
        return "present(" + business.live("account", "account") + ")";
    }

    private List<MappingPart> notes(String from, String content, String where) {
        return notes.all(LongNotes.Text.of(from, content).where(where), note -> belong(note, "account"));
    }

    private void belong(RecordsBuilder note, String account) {
        note.orderBy("createdAt").set(company, link(account));
        if (!time.isEmpty()) {
            note.set(time, "createdAt");
        }
    }

    private MappingPart file(String from, String part, String content, String where, String account) {
        return MappingPart.Records.from(from)
                .to(files)
                .part(part)
                .where("and(" + where + ")")
                .set(FieldMapping.CONTENT, content)
                .set(company, link(account))
                .build();
    }

    private String link(String account) {
        return "link(" + mapping + ", " + account + ")";
    }
}
