package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.APPOINTMENT;
import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.kartra.mapping.AppointmentText;
import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.FreshsalesNames;
import java.util.List;

/** Makes an appointment of every appointment, with the contact who booked it; its status stands before its title. */
public final class AppointmentToAppointment extends FreshsalesRow {

    private static final List<String> EXCEPTIONS = List.of("Cancelled", "No show", "Pending");

    public AppointmentToAppointment() {
        super(9, "Calendar / Appointment -> Appointment", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(AppointmentText.statuses());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "status, class, time zone, host",
                        "Freshsales' appointments have no such fields",
                        "cancelled, missed and pending ones say so before the title; all of it in the first lines of the"
                                + " description"),
                new Loss(
                        "end of appointments without a length",
                        "Freshsales demands an end",
                        "half an hour after the beginning"),
                new Loss(
                        "attendees and co-hosts",
                        "Freshsales may write to attendees",
                        "who booked is the contact that the appointment hangs on"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(APPOINTMENT) || !export.has(APPOINTMENT, "starts")) {
            return List.of();
        }
        AppointmentText text = new AppointmentText(export);
        ContactText contacts = contacts(export);
        String contact = export.has(CONTACT) ? contacts.of(APPOINTMENT, "lead_id", "lead_email") : "null";
        return List.of(inOrder(
                        MappingPart.Records.from(APPOINTMENT)
                                .to(FreshsalesNames.APPOINTMENT)
                                .set("title", flagged(text.subject()))
                                .set("from_date", "starts")
                                .set(
                                        "end_date",
                                        "shift(starts, minutes(coalesce(" + export.column(APPOINTMENT, "minutes")
                                                + ", 30)))")
                                .set("location", export.column(APPOINTMENT, "location"))
                                .set("description", text.note())
                                .set(
                                        FreshsalesNames.OF_CONTACT,
                                        contacts.personOrHold(contact, APPOINTMENT, "lead_id")),
                        export,
                        APPOINTMENT,
                        "starts")
                .build());
    }

    private static String flagged(String subject) {
        StringBuilder head = new StringBuilder("concat(case(");
        EXCEPTIONS.forEach(status -> head.append(AppointmentText.is(status))
                .append(" => ")
                .append(Expressions.text(status + ": "))
                .append(", "));
        return head.append("else => \"\"), ").append(subject).append(')').toString();
    }
}
