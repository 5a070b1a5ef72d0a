package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Sales activities: a type, an outcome of that type, dates of the past if the client so wishes. */
final class SalesActivityRules implements HangingRules {

    private final Account account;
    private final Fields fields;

    SalesActivityRules(Account account) {
        this.account = account;
        this.fields = Fields.of(account, "sales_activities");
    }

    @Override
    public void apply(ObjectNode record, ObjectNode given, boolean isNew, Problems problems) {
        if (isNew) {
            record.putObject("custom_field");
        }
        new Values(account, fields, problems).apply(record, given);
        boolean needsDates = account.settings().is(Switch.SALES_ACTIVITY_DATES, "required");
        new Given(account, record, given, isNew, problems)
                .title("title", "Title")
                .reference("sales_activity_type_id", "sales_activity_types", "Activity type")
                .reference("sales_activity_outcome_id", "sales_activity_outcomes", "Outcome")
                .reference("owner_id", "users", "Sales owner")
                .moment("start_date", "Start date", needsDates)
                .moment("end_date", "End date", needsDates)
                .moment("checkedin_at", "Check-in", false)
                .plain(List.of("notes", "location", "latitude", "longitude"));
        for (String member : List.of("sales_activity_type_id", "owner_id")) {
            if (!record.hasNonNull(member)) {
                problems.add(Message.BLANK, member.startsWith("owner") ? "Sales owner" : "Activity type");
            }
        }
        requireOutcomeOfType(record, problems);
        record.set("conversation_time", record.path("start_date"));
    }

    private void requireOutcomeOfType(ObjectNode record, Problems problems) {
        ObjectNode outcome = account.table("sales_activity_outcomes")
                .live(record.path("sales_activity_outcome_id").asLong(0));
        JsonNode type = record.path("sales_activity_type_id");
        if (outcome != null && outcome.path("sales_activity_type_id").longValue() != type.asLong(0)) {
            problems.add(Message.NO_REFERENCE, "Outcome");
        }
    }
}
