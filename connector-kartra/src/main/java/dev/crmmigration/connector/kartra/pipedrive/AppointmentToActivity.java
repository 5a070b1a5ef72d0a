package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.AppointmentText.is;
import static dev.crmmigration.connector.kartra.mapping.Export.APPOINTMENT;
import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.kartra.mapping.AppointmentText;
import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes an activity of every appointment; who booked it takes part. */
public final class AppointmentToActivity extends KartraRow {

    /** The statuses that a type and a tick cannot tell apart, with the activity type that each gets. */
    private static final Map<String, String> EXCEPTIONS = exceptions();

    public AppointmentToActivity() {
        super(9, "Calendar / Appointment -> Activity", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.EXCEPTIONAL_APPOINTMENTS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        DestinationView account = new DestinationView(context.destination());
        return List.of(AppointmentText.statuses(), new ValueMap(AppointmentText.KIND_MAP, List.of(), kinds(account)));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "status, class, time zone, host",
                        "Pipedrive's activities take no custom fields",
                        "own activity types for cancelled, missed and pending ones, the tick for the rest, and the first"
                                + " lines of the note"),
                new Loss(
                        "creation time of activities",
                        "Pipedrive takes none",
                        "due date and time, in UTC, hold the moment of the appointment"),
                new Loss(
                        "time at which an activity was marked as done",
                        "Pipedrive stamps the moment of the import",
                        "due date and time hold the moment of the appointment"),
                new Loss(
                        "attendees and co-hosts",
                        "Pipedrive may write to attendees",
                        "who booked is the participant, the first host is the owner"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(APPOINTMENT)) {
            return List.of();
        }
        AppointmentText text = new AppointmentText(export);
        boolean byType = export.chose(Choices.EXCEPTIONAL_APPOINTMENTS, "type");
        Fields fields = new Fields(export, APPOINTMENT, ACTIVITY)
                .set("subject", byType ? text.subject() : flagged(text.subject()))
                .set("type", byType ? typed(text.kind()) : text.kind())
                .set("done", "not(or(" + is("Scheduled") + ", " + is("Pending") + "))")
                .set("due_date", "utcDate(starts)", "starts")
                .set("due_time", "utcTime(starts)", "starts")
                .set("duration", "minutes(minutes)", "minutes")
                .set("note", text.note());
        if (byType) {
            EXCEPTIONS
                    .values()
                    .forEach(type -> fields.needs(SchemaElement.activityType(ObjectType.of(ACTIVITY), "type", type)));
        }
        fields.set("location", "location", "location");
        attend(fields, export);
        RecordsBuilder activities = MappingPart.Records.from(APPOINTMENT).to(ACTIVITY);
        if (export.has(APPOINTMENT, "starts")) {
            activities.orderBy("starts");
        }
        return List.of(fields.into(activities).build());
    }

    private static Map<String, String> kinds(DestinationView account) {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("call", account.label(ACTIVITY, "type", "Call"));
        kinds.put("meeting", account.label(ACTIVITY, "type", "Meeting"));
        return kinds;
    }

    private static void attend(Fields fields, Export export) {
        ContactText contacts = contacts(export);
        boolean known = export.has(CONTACT);
        String contact = known ? contacts.of(APPOINTMENT, "lead_id", "lead_email") : "null";
        fields.set("participants", "list(" + contacts.personOrHold(contact, APPOINTMENT, "lead_id") + ")");
        if (known) {
            fields.set("org_id", contacts.organizationOf(contact));
        }
    }

    private static String typed(String kind) {
        StringBuilder type = new StringBuilder("case(");
        EXCEPTIONS.forEach((status, name) -> type.append(is(status))
                .append(" => ")
                .append(Expressions.text(name))
                .append(", "));
        return type.append("else => ").append(kind).append(')').toString();
    }

    private static String flagged(String subject) {
        StringBuilder head = new StringBuilder("concat(case(");
        EXCEPTIONS
                .keySet()
                .forEach(status -> head.append(is(status))
                        .append(" => ")
                        .append(Expressions.text(status + ": "))
                        .append(", "));
        return head.append("else => \"\"), ").append(subject).append(')').toString();
    }

    private static Map<String, String> exceptions() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("Cancelled", "Appointment cancelled");
        types.put("No show", "Appointment no-show");
        types.put("Pending", "Appointment pending");
        return types;
    }
}
