package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTES;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.EmailText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/** Makes an activity of type e-mail of every message that is linked to a contact or an account. */
public final class EmailToActivity extends NextCrmRow {

    private static final String FROM = "email";

    public EmailToActivity() {
        super(BEYOND, "Email -> Activity", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "messages that are linked to nobody, attachments, mail older than six months",
                        "NextCRM keeps bodies of linked messages only, no attachments, and reads six months back",
                        "they are still in the mailbox"),
                new Loss(
                        "one message in several mailboxes",
                        "it is one message",
                        "one activity, with the people that the first of them is linked to"),
                NOTES.continued("messages"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has(FROM)) {
            String isLinked = EmailText.isLinked(business);
            parts.add(new Fields(business, FROM, ACTIVITY)
                    .set("subject", "coalesce(subject, \"E-mail\")")
                    .set("type", ActivityToActivity.type("\"email\""))
                    .set("done", "true")
                    .set("due_date", "utcDate(" + EmailText.SENT + ")")
                    .set("due_time", "utcTime(" + EmailText.SENT + ")")
                    .set("note", NOTES.firstPiece(EmailText.TEXT))
                    .set(
                            "participants",
                            "list(link(ContactToPerson, " + EmailText.live(business, "contact", "list") + "))")
                    .set("org_id", "link(AccountToOrganization, " + EmailText.live(business, "account", "first") + ")")
                    .into(MappingPart.Records.from(FROM)
                            .to(ACTIVITY)
                            .where(isLinked)
                            .sameAs("rfcMessageId")
                            .orderBy(EmailText.SENT))
                    .build());
            String contact = "link(ContactToPerson, " + EmailText.live(business, "contact", "first") + ")";
            String company = "link(AccountToOrganization, " + EmailText.live(business, "account", "first") + ")";
            parts.addAll(NOTES.further(
                    LongNotes.Text.of(FROM, EmailText.TEXT).where(isLinked),
                    note -> note.sameAs("rfcMessageId")
                            .orderBy(EmailText.SENT)
                            .set("add_time", EmailText.SENT)
                            .set("person_id", contact)
                            .set("org_id", company)));
            parts.add(MappingPart.Exclusion.of(
                    FROM,
                    "not(" + isLinked + ")",
                    "a message that is linked to nobody who moves stays in the mailbox"));
        }
        if (business.has("emailLink")) {
            parts.add(MappingPart.Exclusion.of(
                    "emailLink", "true", "it says whom the activity of its message belongs to"));
        }
        return parts;
    }
}
