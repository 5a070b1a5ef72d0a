package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.APPOINTMENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACTIVITY;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.nextcrm.mapping.ActivityText;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/** Makes a sales activity of every call and mail that was noted, an appointment of every meeting, a note of every note. */
public final class ActivityToSalesActivity extends FreshsalesRow {

    private static final String FROM = "activity";
    private static final String IS_MEETING = "eq(type, \"meeting\")";

    public ActivityToSalesActivity() {
        super(7, "Activity: Call, Email, Meeting, Task -> Sales activity, Appointment, Note", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(ActivityTypes.valueMap(new DestinationView(context.destination())));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "further links of activities",
                        "an activity hangs on one record of Freshsales",
                        "the first contact, else the first deal, else the first account; further contacts,"
                                + " deals, accounts, leads and contracts by name in lines of the text"),
                new Loss(
                        "outcome, guests",
                        "outcomes are a list that is made in the account, and guests might get mail",
                        "lines of the text; guests are never invited"),
                new Loss(
                        "cancelled activities",
                        "Freshsales has no status of activities",
                        "'Cancelled: ' at the head of the title"),
                new Loss(
                        "creation time of activities",
                        "Freshsales stamps the import",
                        "begin and end are the moment and the duration of the activity"),
                new Loss(
                        "activities that are linked to nothing",
                        "activities of Freshsales hang on something",
                        "they are counted as left out"),
                new Loss(
                        "author and time of notes",
                        "Freshsales stamps who imports, and when",
                        "the first line of the note"),
                NOTES.continued("texts of activities"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(FROM)) {
            return List.of();
        }
        ActivityText text = new ActivityText(business, PEOPLE);
        ActivityParent parent = new ActivityParent(business, text);
        List<MappingPart> parts = new ArrayList<>();
        parts.add(parent.addTo(talks(business, account, text, parent)).build());
        parts.add(parent.addTo(meetings(business, text, parent)).build());
        parts.addAll(NOTES.all(
                LongNotes.Text.of(FROM, text.note())
                        .part("note")
                        .where("and(" + ActivityText.IS_NOTE + ", " + parent.isThere() + ")"),
                note -> parent.addTo(note.orderBy("date"))));
        parts.addAll(NOTES.further(
                LongNotes.Text.of(FROM, details(text))
                        .part("text")
                        .where("and(not(" + ActivityText.IS_NOTE + "), " + parent.isThere() + ")"),
                note -> parent.addTo(note.orderBy("date"))));
        parts.add(MappingPart.Exclusion.of(
                FROM,
                "not(" + parent.isOrWasThere() + ")",
                "it is linked to nothing that an activity of Freshsales can hang on"));
        parts.add(MappingPart.Exclusion.of(
                FROM,
                "and(" + ActivityText.IS_NOTE + ", not(" + parent.isThere() + "))",
                "a note on nothing that moves: what it was linked to is deleted"));
        exclude(parts, business, "activityLink", "it says what an activity hangs on");
        exclude(
                parts,
                business,
                "calendarEvent",
                "its guests stand in the text of the meeting; it is the same meeting");
        return parts;
    }

    private static RecordsBuilder talks(
            Business business, DestinationView account, ActivityText text, ActivityParent parent) {
        String isTalk = "not(or(" + ActivityText.IS_NOTE + ", " + IS_MEETING + "))";
        RecordsBuilder records = MappingPart.Records.from(FROM)
                .to(SALES_ACTIVITY)
                .where("and(" + isTalk + ", " + parent.isOrWasThere() + ")")
                .orderBy("date")
                .set("title", "truncate(" + ActivityText.SUBJECT + ", 255)")
                .set(
                        ActivityTypes.FIELD,
                        ActivityTypes.of(
                                "case(or(" + ActivityText.IS_NOTE + ", " + IS_MEETING + ") => null, else => type)"))
                .set("start_date", "date")
                .set("end_date", end(business))
                .set("notes", NOTES.firstPiece(details(text)));
        for (String kind : List.of("call", "email", "task")) {
            if (business.distinct(FROM, "type").contains(kind)) {
                records.needs(ActivityTypes.schema(account, kind));
            }
        }
        return records;
    }

    private static RecordsBuilder meetings(Business business, ActivityText text, ActivityParent parent) {
        return MappingPart.Records.from(FROM)
                .to(APPOINTMENT)
                .part("meeting")
                .where("and(" + IS_MEETING + ", " + parent.isOrWasThere() + ")")
                .orderBy("date")
                .set("title", "truncate(" + ActivityText.SUBJECT + ", 255)")
                .set("from_date", "date")
                .set("end_date", end(business))
                .set("description", NOTES.firstPiece(details(text)));
    }

    /** An activity hangs on one contact here, so the others are named. */
    private static String details(ActivityText text) {
        return "join(\"<br>\", " + Expressions.line("Contacts", text.furtherContacts()) + ", " + text.details() + ")";
    }

    private static String end(Business business) {
        return business.has(FROM, "duration") ? "coalesce(shift(date, minutes(duration)), date)" : "date";
    }
}
