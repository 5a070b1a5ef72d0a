package dev.crmmigration.connector.profi;

import dev.crmmigration.toolkit.bundle.InvoiceSums;
import dev.crmmigration.toolkit.bundle.People;
import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.bundle.WrittenText;

/** Completes what was written: notes, activities, invoices. */
final class PaperCompletion {

    private final Survey survey;

    PaperCompletion(Survey survey) {
        this.survey = survey;
    }

    void note(RowDraft row) {
        body(row);
        People people = survey.people();
        row.put("author_email", people.coaches().email(row.text("author_coach_id"), row.text("author_email")));
        row.put("owner", people.clients().ownerOf(row.text("client_id")));
    }

    static void body(RowDraft row) {
        WrittenText.complete(row, "body", "body_format", "content");
    }

    void invoice(RowDraft row) {
        InvoiceSums.settledAt(
                        row, row.text("status").equals("paid"), survey.bundle().zone())
                .ifPresent(moment -> row.put("settled_at", moment));
        InvoiceSums.check(row);
        row.put("owner", survey.people().clients().ownerOf(row.text("client_id")));
    }
}
