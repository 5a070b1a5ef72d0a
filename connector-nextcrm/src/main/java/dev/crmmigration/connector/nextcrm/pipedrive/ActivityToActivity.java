package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.Expressions.line;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes an activity of every call, meeting and mail that was noted, and a note of every note. */
public final class ActivityToActivity extends NextCrmRow {

    private static final String FROM = "activity";
    private static final String TYPES = "activityType";
    private static final String IS_NOTE = "eq(type, \"note\")";

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
                        "the first line of the note"));
    }

    static String type(String kind) {
        return "map(\"" + TYPES + "\", " + kind + ")";
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(FROM)) {
            return List.of();
        }
        ActivityText text = new ActivityText(business);
        List<MappingPart> parts = new ArrayList<>();
        parts.add(new Fields(business, FROM, ACTIVITY)
                .set("subject", "concat(case(eq(status, \"cancelled\") => \"Cancelled: \", else => \"\"), title)")
                .set("type", type("case(" + IS_NOTE + " => null, else => type)"))
                .set("done", "not(eq(status, \"scheduled\"))")
                .set("due_date", "utcDate(date)")
                .set("due_time", "utcTime(date)")
                .set("duration", "minutes(duration)", "duration")
                .set("note", note(text))
                .set("participants", text.participants())
                .set("deal_id", text.deal())
                .set("org_id", text.organization())
                .into(MappingPart.Records.from(FROM)
                        .to(ACTIVITY)
                        .where("not(" + IS_NOTE + ")")
                        .orderBy("date"))
                .build());
        notes(parts, business, text);
        if (business.has("activityLink")) {
            parts.add(MappingPart.Contribution.fold(
                    name(), "activityLink", isOf("not(" + IS_NOTE + ")"), "activity", List.of()));
            parts.add(MappingPart.Exclusion.of(
                    "activityLink",
                    "not(" + isOf("not(" + IS_NOTE + ")") + ")",
                    "it says what a note hangs on, or its activity is deleted"));
        }
        if (business.has("calendarEvent")) {
            parts.add(MappingPart.Exclusion.of(
                    "calendarEvent", "true", "its guests stand in the note of the activity; it is the same meeting"));
        }
        return parts;
    }

    private static String isOf(String where) {
        return "related(activity, on: $id, equals: activity, where: " + where + ", reduce: any)";
    }

    private static String note(ActivityText text) {
        return "join(\"<br>\", " + line("Status", "text(status)") + ", " + line("Outcome", "outcome") + ", "
                + line("Guests", text.guests()) + ", " + line("Linked as well", text.furtherLinks())
                + ", case(empty(description) => null, else => html(description)))";
    }

    /** A note without anything to hang on is held; one that was linked to nothing at all is left out. */
    private static void notes(List<MappingPart> parts, Business business, ActivityText text) {
        String isPlaced = "and(" + IS_NOTE + ", " + text.hasPlace() + ")";
        String author = "concat(\"By \", coalesce(" + business.column(FROM, "owner_email")
                + ", \"somebody\"), \" on \"," + " iso(date))";
        parts.add(new Fields(business, FROM, NOTE)
                .set("content", "chunk(join(\"<br>\", html(" + author + "), html(title), html(description)), 90000, 1)")
                .set("add_time", "date")
                .set("person_id", text.person())
                .set("deal_id", text.deal())
                .set("org_id", text.organization())
                .into(MappingPart.Records.from(FROM)
                        .to(NOTE)
                        .part("note")
                        .where(isPlaced)
                        .orderBy("date"))
                .build());
        parts.add(MappingPart.Exclusion.of(
                FROM,
                "and(" + IS_NOTE + ", not(" + text.hasPlace() + "))",
                "a note on nothing that moves: what it was linked to is deleted, or a lead or contract"));
    }
}
