package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.ATTENDEE;
import static dev.crmmigration.connector.thepractice.mapping.Export.PROPERTY_VALUE;
import static dev.crmmigration.connector.thepractice.mapping.Export.SESSION;
import static dev.crmmigration.connector.thepractice.mapping.SessionText.is;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTES;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.SessionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes a meeting or task of every session, with all clients who take part. */
public final class SessionToActivity extends PracticeRow {

    private static final String TYPE_MAP = "sessionType";

    /** The statuses that a type and a tick cannot tell apart, with the activity type that each gets. */
    private static final Map<String, String> EXCEPTIONS = exceptions();

    public SessionToActivity() {
        super(5, "Session / Appointment -> Activity (Meeting or Task)");
    }

    private static Map<String, String> exceptions() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("cancelled", "Session cancelled");
        types.put("no_show", "Session no-show");
        types.put("rescheduled", "Session rescheduled");
        return types;
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.EXCEPTIONAL_SESSIONS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        DestinationView account = new DestinationView(context.destination());
        String meeting = account.label(ACTIVITY, "type", "Meeting");
        Map<String, String> types = new LinkedHashMap<>();
        List.of("coaching", "discovery", "group", "event", "other", "not given")
                .forEach(kind -> types.put(kind, meeting));
        types.put("admin task", account.label(ACTIVITY, "type", "Task"));
        return List.of(SessionText.statuses(), SessionText.kinds(), new ValueMap(TYPE_MAP, List.of(), types));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "status of sessions",
                        "Pipedrive's activities take no custom fields",
                        "scheduled and completed by the tick; cancelled, no_show and rescheduled by an activity type each, or by a"
                                + " word at the head of the subject; every status as the first line of the note"),
                new Loss(
                        "end of sessions",
                        "Pipedrive's activities have a duration",
                        "the duration; of sessions without any the length that their scheduler names, else an hour, marked in"
                                + " the note"),
                new Loss(
                        "creation and completion time of activities",
                        "Pipedrive takes none",
                        "due date and time, in UTC, hold the moment of the session"),
                new Loss(
                        "meeting link, package, attendance, recording, properties of sessions",
                        "Pipedrive's activities take no custom fields",
                        "lines at the head of the note; the meeting link is the location as well"),
                NOTES.continued("notes of sessions"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(SESSION)) {
            return List.of();
        }
        SessionText text = new SessionText(export);
        ClientText client = clients(export);
        Fields fields = new Fields(export, SESSION, ACTIVITY)
                .set("subject", subject(export, text))
                .set("due_date", "utcDate(starts_at)")
                .set("due_time", "utcTime(starts_at)")
                .set("duration", "minutes(minutes)")
                .set("location", text.location())
                .set("note", NOTES.firstPiece(text.all()))
                .set("done", "not(" + is("scheduled") + ")")
                .set("type", type(export))
                .set("participants", client.personsOrHold(text.clients()))
                .set("org_id", client.organizationOf("client_id"))
                .set("deal_id", dealOf(export, "client_package_id"));
        if (byType(export)) {
            EXCEPTIONS
                    .values()
                    .forEach(type -> fields.needs(SchemaElement.activityType(ObjectType.of(ACTIVITY), "type", type)));
        }
        List<MappingPart> parts = new ArrayList<>();
        parts.add(fields.into(MappingPart.Records.from(SESSION).to(ACTIVITY).orderBy("starts_at"))
                .build());
        parts.addAll(NOTES.further(
                LongNotes.Text.of(SESSION, text.all()),
                note -> note.set("person_id", client.personOf("client_id"))
                        .set("add_time", "starts_at")
                        .orderBy("starts_at")));
        fold(parts, export);
        return parts;
    }

    private static boolean byType(Export export) {
        return export.chose(Choices.EXCEPTIONAL_SESSIONS, "type");
    }

    private static String type(Export export) {
        String type = "map(\"" + TYPE_MAP + "\", coalesce(" + export.column(SESSION, "type") + ", \"not given\"))";
        return byType(export) ? exceptional(UnaryOperator.identity(), type) : type;
    }

    private static String subject(Export export, SessionText text) {
        return byType(export)
                ? text.subject()
                : "concat(" + exceptional(type -> type.replace("Session ", "") + " - ", "\"\"") + ", " + text.subject()
                        + ")";
    }

    /** @param word what stands for each exceptional activity type */
    private static String exceptional(UnaryOperator<String> word, String otherwise) {
        StringBuilder cases = new StringBuilder("case(");
        EXCEPTIONS.forEach((status, type) -> cases.append(is(status))
                .append(" => ")
                .append(Expressions.text(word.apply(type)))
                .append(", "));
        return cases.append("else => ").append(otherwise).append(')').toString();
    }

    private static void fold(List<MappingPart> parts, Export export) {
        if (export.has(ATTENDEE)) {
            parts.add(MappingPart.Contribution.fold(SESSION_TO_ACTIVITY, ATTENDEE, "true", "session_id", List.of()));
            parts.add(MappingPart.Exclusion.of(
                    ATTENDEE, "true", "These attendees name a session that the export does not have"));
        }
        if (export.has(PROPERTY_VALUE)) {
            parts.add(MappingPart.Contribution.fold(
                    SESSION_TO_ACTIVITY, PROPERTY_VALUE, "eq(entity_type, \"session\")", "entity_id", List.of()));
        }
    }
}
