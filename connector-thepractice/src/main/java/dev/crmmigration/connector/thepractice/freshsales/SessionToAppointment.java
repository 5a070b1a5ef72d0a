package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.ATTENDEE;
import static dev.crmmigration.connector.thepractice.mapping.Export.PROPERTY_VALUE;
import static dev.crmmigration.connector.thepractice.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.APPOINTMENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.SessionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes an appointment of every session: of one of several clients, one for each of them. */
public final class SessionToAppointment extends FreshsalesRow {

    private static final String TYPE_MAP = "sessionType";
    private static final String AS_TASK = "Task";

    public SessionToAppointment() {
        super(5, "Session / Appointment -> Appointment or Task");
    }

    /** Returns, over a session, whether it becomes a task. */
    static String isTask(Export export) {
        return "eq(map(\"" + TYPE_MAP + "\", coalesce(" + export.column(SESSION, "type") + ", \"not given\")), \""
                + AS_TASK + "\")";
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.GROUP_SESSIONS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        Map<String, String> types = new LinkedHashMap<>();
        List.of("coaching", "discovery", "group", "event", "other", "not given")
                .forEach(type -> types.put(type, "Appointment"));
        types.put("admin task", AS_TASK);
        return List.of(
                SessionText.statuses(),
                SessionText.kinds(),
                new ValueMap(TYPE_MAP, List.of("Appointment", AS_TASK), types));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "status of sessions",
                        "Freshsales' appointments have no such field",
                        "the first line of the description, as Session_Status__c"),
                new Loss(
                        "several clients of one session",
                        "an appointment hangs on one contact, and attendees might get mail",
                        "an appointment for each, or the addresses of the others in the description; never attendees"),
                new Loss(
                        "package of a session",
                        "an appointment hangs on one record, which is the contact",
                        "Session_Package__c and Package_Link__c in the description; the deal counts its sessions"),
                new Loss(
                        "meeting link, attendance, recording, time zone, properties of sessions",
                        "Freshsales' appointments take no custom fields",
                        "lines at the head of the description; the meeting link is the location as well"),
                new Loss(
                        "end of sessions without any",
                        "Freshsales demands an end",
                        "the length that their scheduler names, else an hour, marked in the description"),
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
        List<MappingPart> parts = new ArrayList<>();
        parts.add(appointment(MappingPart.Records.from(SESSION), export, UnaryOperator.identity())
                .where("not(" + isTask(export) + ")")
                .set(OF_CONTACT, client.personOrHold(text.firstClient()))
                .orderBy("starts_at")
                .build());
        parts.addAll(NOTES.further(
                LongNotes.Text.of(SESSION, text.all()),
                note -> note.set(OF_CONTACT, client.personOrHold(text.firstClient()))
                        .orderBy("starts_at")));
        if (export.has(ATTENDEE)) {
            attendees(parts, export, text);
        }
        if (export.has(PROPERTY_VALUE)) {
            fold(parts, export, PROPERTY_VALUE, "entity_id", "eq(entity_type, \"session\")");
        }
        return parts;
    }

    private static void attendees(List<MappingPart> parts, Export export, SessionText text) {
        if (export.chose(Choices.GROUP_SESSIONS, "each")) {
            String isOther = "and(" + clients(export).isThere("client_id") + ", ne(client_id, "
                    + ofSession("session_id", text.firstClient()) + "), "
                    + ofSession("session_id", "not(" + isTask(export) + ")") + ")";
            parts.add(appointment(
                            MappingPart.Records.from(ATTENDEE).part("attendee"),
                            export,
                            value -> ofSession("session_id", value))
                    .where(isOther)
                    .set(OF_CONTACT, clients(export).personOf("client_id"))
                    .build());
        }
        fold(parts, export, ATTENDEE, "session_id", "true");
        parts.add(MappingPart.Exclusion.of(
                ATTENDEE, "true", "These attendees name a session that the export does not have"));
    }

    /** Folds what belongs to a session into its appointment or task. */
    private static void fold(List<MappingPart> parts, Export export, String object, String session, String where) {
        String isTask = ofSession(session, isTask(export));
        parts.add(MappingPart.Contribution.fold(
                SESSION_TO_APPOINTMENT, object, "and(" + where + ", not(" + isTask + "))", session, List.of()));
        parts.add(MappingPart.Contribution.fold(
                SESSION_TO_TASK, object, "and(" + where + ", " + isTask + ")", session, List.of()));
    }

    private static String ofSession(String session, String value) {
        return "related(session, on: $id, equals: " + session + ", each: " + value + ")";
    }

    /** @param over makes an expression over a session one over the record that the appointment is made from */
    private static RecordsBuilder appointment(RecordsBuilder records, Export export, UnaryOperator<String> over) {
        SessionText text = new SessionText(export);
        return records.to(APPOINTMENT)
                .set("title", over.apply(text.subject()))
                .set("from_date", over.apply("starts_at"))
                .set("end_date", over.apply("shift(starts_at, minutes(minutes))"))
                .set("location", over.apply(text.location()))
                .set("description", over.apply(NOTES.firstPiece(text.all())));
    }
}
