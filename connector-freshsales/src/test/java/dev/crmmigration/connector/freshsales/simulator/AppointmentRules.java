package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;

/** Appointments: a title, a span of time, attendees who are users or contacts. */
final class AppointmentRules implements HangingRules {

    private static final String USER = "FdMultitenant::User";

    private final Account account;

    AppointmentRules(Account account) {
        this.account = account;
    }

    @Override
    public void apply(ObjectNode record, ObjectNode given, boolean isNew, Problems problems) {
        new Given(account, record, given, isNew, problems)
                .title("title", "Title")
                .moment("from_date", "From date", true)
                .moment("end_date", "End date", true)
                .moment("checkedin_at", "Check-in", false)
                .plain(List.of("description", "location", "latitude", "longitude", "time_zone"))
                .reference("outcome_id", "sales_activity_outcomes", "Outcome")
                .owner();
        if (record.hasNonNull("time_zone")
                && !RailsZones.knows(record.path("time_zone").asText())) {
            problems.add(Message.NO_ZONE);
        }
        record.put(
                "is_allday",
                given.path("is_allday").asBoolean(record.path("is_allday").asBoolean(false)));
        if (given.path("appointment_attendees_attributes").isArray()) {
            record.set("appointment_attendees", attendees(record, given, problems));
        } else if (isNew) {
            record.putArray("appointment_attendees");
        }
    }

    private ArrayNode attendees(ObjectNode record, ObjectNode given, Problems problems) {
        ArrayNode attendees = Json.MAPPER.createArrayNode();
        for (JsonNode attendee : given.path("appointment_attendees_attributes")) {
            String type = attendee.path("attendee_type").asText();
            long id = attendee.path("attendee_id").asLong(0);
            String table = type.equals("Contact") ? "contacts" : "users";
            if (!List.of(USER, "Contact").contains(type)
                    || !account.table(table).hasLive(id)) {
                problems.add(Message.NO_REFERENCE, "Attendee");
                continue;
            }
            ObjectNode shown = attendees.addObject();
            shown.put("id", record.path("id").longValue() * 100 + attendees.size());
            shown.put("attendee_type", type).put("attendee_id", id);
        }
        return attendees;
    }
}
