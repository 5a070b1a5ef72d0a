package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.PARTICIPANT;
import static dev.crmmigration.connector.profi.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.SessionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes an activity of every session, with all clients who take part. */
public final class SessionToActivity extends ProfiRow {

    public SessionToActivity() {
        super(3, "Session Booking -> Activity");
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(SessionText.types());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "end of sessions",
                        "Pipedrive's activities have a duration",
                        "the duration; of sessions without any the length that their service names, else an hour, marked in"
                                + " the note"),
                new Loss(
                        "creation time of activities",
                        "Pipedrive takes none",
                        "due date and time, in UTC, hold the moment of the session"),
                new Loss(
                        "time at which a session was completed",
                        "Pipedrive stamps the moment of the import",
                        "due date and time"),
                new Loss(
                        "medium, meeting link, package, recording",
                        "Pipedrive's activities take no custom fields",
                        "lines at the head of the note; the meeting link is the location as well"),
                new Loss(
                        "attendance of each client in a group session",
                        "participants of an activity have no status",
                        "it stays in the export"));
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
                .set("location", "coalesce(meeting_link, " + export.column(SESSION, "location") + ")")
                .set("note", text.lines())
                .set("participants", client.personsOrHold(text.clients()))
                .set("org_id", client.organizationOf("client_id"))
                .set("deal_id", dealOf(export, "enrollment_id"));
        List<MappingPart> parts = new ArrayList<>();
        parts.add(fields.into(MappingPart.Records.from(SESSION).to(ACTIVITY).orderBy("starts_at"))
                .build());
        if (export.has(PARTICIPANT)) {
            parts.add(MappingPart.Contribution.fold(SESSION_TO_ACTIVITY, PARTICIPANT, "true", "session_id", List.of()));
            parts.add(MappingPart.Exclusion.of(
                    PARTICIPANT, "true", "These participants name a session that the export does not have"));
        }
        return parts;
    }

    /** The status stands before the subject if no type tells it. */
    private static String subject(Export export, SessionText text) {
        if (export.chose(Choices.EXCEPTIONAL_SESSIONS, "type")) {
            return text.subject();
        }
        StringBuilder head = new StringBuilder("concat(case(");
        SessionStatusToActivity.EXCEPTIONS.forEach((status, type) -> head.append(SessionText.is(status))
                .append(" => ")
                .append(Expressions.text(type.replace("Session ", "") + " - "))
                .append(", "));
        return head.append("else => \"\"), ").append(text.subject()).append(')').toString();
    }
}
