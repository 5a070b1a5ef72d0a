package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTES;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.nextcrm.mapping.ActivityText;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes an activity of every call, meeting and mail that was noted, and a note of every note. */
public final class ActivityToActivity extends NextCrmRow {

    private static final String FROM = "activity";
    private static final String TYPES = "activityType";

    public ActivityToActivity() {
        super(7, "Activity: Call, Email, Meeting, Task -> Activity", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        DestinationView account = new DestinationView(context.destination());
        Map<String, String> types = new LinkedHashMap<>();
        types.put("call", account.label(ACTIVITY, "type", "Call"));
        types.put("meeting", account.label(ACTIVITY, "type", "Meeting"));
        types.put("email", account.label(ACTIVITY, "type", "Email"));
        types.put("task", account.label(ACTIVITY, "type", "Task"));
        return List.of(new ValueMap(TYPES, List.of(), types));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "outcome, guests and further links of activities",
                        "Pipedrive's activities take no custom fields, and hang on one deal and one organization",
                        "lines of the note; guests are never invited"),
                new Loss(
                        "cancelled activities",
                        "Pipedrive has no status but the tick",
                        "'Cancelled: ' at the head of the subject, and the tick"),
                new Loss(
                        "creation time of activities, and the time at which they were done",
                        "Pipedrive takes neither",
                        "due date and time hold the moment of the activity"),
                new Loss(
                        "author of notes",
                        "the author has to be a user, and only an admin may say so",
                        "the first line of the note"),
                NOTES.loss());
    }

    static String type(String kind) {
        return "map(\"" + TYPES + "\", " + kind + ")";
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(FROM)) {
            return List.of();
        }
        ActivityText text = new ActivityText(business, PEOPLE);
        List<MappingPart> parts = new ArrayList<>();
        parts.add(new Fields(business, FROM, ACTIVITY)
                .set("subject", ActivityText.SUBJECT)
                .set("type", type("case(" + ActivityText.IS_NOTE + " => null, else => type)"))
                .set("done", "not(eq(status, \"scheduled\"))")
                .set("due_date", "utcDate(date)")
                .set("due_time", "utcTime(date)")
                .set("duration", "minutes(duration)", "duration")
                .set("note", text.details())
                .set("participants", text.participants())
                .set("deal_id", text.deal())
                .set("org_id", text.organization())
                .into(MappingPart.Records.from(FROM)
                        .to(ACTIVITY)
                        .where("not(" + ActivityText.IS_NOTE + ")")
                        .orderBy("date"))
                .build());
        notes(parts, text);
        if (business.has("activityLink")) {
            parts.add(MappingPart.Contribution.fold(
                    name(),
                    "activityLink",
                    ActivityText.linksOf("not(" + ActivityText.IS_NOTE + ")"),
                    "activity",
                    List.of()));
            parts.add(MappingPart.Exclusion.of(
                    "activityLink",
                    "not(" + ActivityText.linksOf("not(" + ActivityText.IS_NOTE + ")") + ")",
                    "it says what a note hangs on, or its activity is deleted"));
        }
        if (business.has("calendarEvent")) {
            parts.add(MappingPart.Exclusion.of(
                    "calendarEvent", "true", "its guests stand in the note of the activity; it is the same meeting"));
        }
        return parts;
    }

    /** A note without anything to hang on is held; one that was linked to nothing at all is left out. */
    private static void notes(List<MappingPart> parts, ActivityText text) {
        String isPlaced = "and(" + ActivityText.IS_NOTE + ", " + text.hasPlace() + ")";
        parts.addAll(NOTES.all(
                LongNotes.Text.of(FROM, text.note()).part("note").where(isPlaced),
                note -> note.orderBy("date")
                        .set("add_time", "date")
                        .set("person_id", text.person())
                        .set("deal_id", text.deal())
                        .set("org_id", text.organization())));
        parts.add(MappingPart.Exclusion.of(
                FROM,
                "and(" + ActivityText.IS_NOTE + ", not(" + text.hasPlace() + "))",
                "a note on nothing that moves: what it was linked to is deleted, or a lead or contract"));
    }
}
