package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.PARTICIPANT;
import static dev.crmmigration.connector.profi.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.APPOINTMENT;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.SessionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes an appointment of every session: of one of several clients, one for each of them. */
public final class BookingToAppointment extends FreshsalesRow {

    public BookingToAppointment() {
        super(6, "Booking / Appointment -> Appointment");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.GROUP_SESSIONS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(SessionText.types());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "status of appointments",
                        "Freshsales has no such field",
                        "the first line of the description, as Session_Status__c"),
                new Loss(
                        "several clients of one session",
                        "an appointment hangs on one contact, and attendees might get mail",
                        "an appointment for each, or the names of the others in the description; never attendees"),
                new Loss(
                        "notes of appointments",
                        "notes hang on contacts, accounts and deals only",
                        "the meeting link is the location as well, and a line of the description"),
                new Loss(
                        "time zone of a session",
                        "Freshsales has zones of its own names, and shows all in the account's",
                        "the moment is the same; the zone stands in the description"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(SESSION)) {
            return List.of();
        }
        List<MappingPart> parts = new ArrayList<>();
        String first = "first(" + new SessionText(export).clients() + ")";
        parts.add(hang(
                        appointment(MappingPart.Records.from(SESSION), export, expression -> expression)
                                .orderBy("starts_at"),
                        export,
                        first)
                .build());
        if (export.has(PARTICIPANT)) {
            participants(parts, export, first);
        }
        return parts;
    }

    private static void participants(List<MappingPart> parts, Export export, String first) {
        if (export.chose(Choices.GROUP_SESSIONS, "each")) {
            String isOther = "and(present(" + ofSession("$id") + "), ne(client_id, " + ofSession(first) + "), "
                    + clients(export).isPersonId("client_id") + ")";
            parts.add(appointment(
                            MappingPart.Records.from(PARTICIPANT).part("participant"),
                            export,
                            BookingToAppointment::ofSession)
                    .where(isOther)
                    .set("contact_id", clients(export).personOf("client_id"))
                    .build());
        }
        parts.add(MappingPart.Contribution.fold(BOOKING_TO_APPOINTMENT, PARTICIPANT, "true", "session_id", List.of()));
        parts.add(MappingPart.Exclusion.of(
                PARTICIPANT, "true", "These participants name a session that the export does not have"));
    }

    private static String ofSession(String value) {
        return "related(session, on: $id, equals: session_id, each: " + value + ")";
    }

    /** @param over makes an expression over a session one over the record that the appointment is made from */
    private static RecordsBuilder appointment(RecordsBuilder records, Export export, UnaryOperator<String> over) {
        SessionText text = new SessionText(export);
        return records.to(APPOINTMENT)
                .set("title", over.apply(text.subject()))
                .set("from_date", over.apply("starts_at"))
                .set("end_date", over.apply("shift(starts_at, minutes(minutes))"))
                .set("location", over.apply("coalesce(meeting_link, " + export.column(SESSION, "location") + ")"))
                .set("description", over.apply("join(\"<br>\", " + text.lines() + ", " + clients(export, text) + ")"));
    }

    /** Returns, over a session, the names of all clients of a session that has several. */
    private static String clients(Export export, SessionText text) {
        if (!export.has(PARTICIPANT) || !export.has(Export.CLIENT)) {
            return "null";
        }
        ClientText client = clients(export);
        String all = text.clients();
        return "case(gt(size(" + all + "), 1) => concat(\"Session_Clients__c: \", html(join(\", \","
                + " related(client, on: $id, equals: " + all + ", each: " + client.displayName()
                + ", reduce: list)))), else => null)";
    }
}
