package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_SALES_ACCOUNT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACTIVITY;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.EmailText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/** Makes a sales activity of every message that is linked to a contact or an account. */
public final class EmailToSalesActivity extends FreshsalesRow {

    private static final String FROM = "email";

    public EmailToSalesActivity() {
        super(BEYOND, "Email -> Sales activity", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "messages that are linked to nobody, attachments, mail older than six months",
                        "NextCRM keeps bodies of linked messages only, no attachments, and reads six months back",
                        "they are still in the mailbox"),
                new Loss(
                        "further contacts of a message",
                        "a sales activity hangs on one record",
                        "the first contact, else the first account; senders and recipients stand in the text"),
                new Loss(
                        "one message in several mailboxes",
                        "it is one message",
                        "one sales activity, with the contact that the first of them is linked to"),
                NOTES.continued("messages"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has(FROM)) {
            parts.add(belong(MappingPart.Records.from(FROM), business)
                    .to(SALES_ACTIVITY)
                    .where(EmailText.isLinked(business))
                    .needs(ActivityTypes.schema(account, "email"))
                    .set("title", "truncate(coalesce(subject, \"E-mail\"), 255)")
                    .set(ActivityTypes.FIELD, ActivityTypes.of("\"email\""))
                    .set("start_date", EmailText.SENT)
                    .set("end_date", EmailText.SENT)
                    .set("notes", NOTES.firstPiece(EmailText.TEXT))
                    .build());
            LongNotes.Text text = LongNotes.Text.of(FROM, EmailText.TEXT).where(EmailText.isLinked(business));
            parts.addAll(NOTES.further(text, note -> belong(note, business)));
            parts.add(MappingPart.Exclusion.of(
                    FROM,
                    "not(" + EmailText.isLinked(business) + ")",
                    "a message that is linked to nobody who moves stays in the mailbox"));
        }
        exclude(parts, business, "emailLink", "it says whom the sales activity of its message belongs to");
        return parts;
    }

    private static RecordsBuilder belong(RecordsBuilder records, Business business) {
        String contact = EmailText.live(business, "contact", "first");
        String company = EmailText.live(business, "account", "first");
        return records.sameAs("rfcMessageId")
                .orderBy(EmailText.SENT)
                .set(OF_CONTACT, "link(ContactToContact, " + contact + ")")
                .set(
                        OF_SALES_ACCOUNT,
                        "case(present(" + contact + ") => null, else => link(AccountToAccount, " + company + "))");
    }
}
