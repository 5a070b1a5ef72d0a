package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Activities of v2. They have no custom fields that could be written. */
final class Activities implements Entity {

    private static final List<String> PARENTS = List.of("deal_id", "lead_id", "project_id");
    private static final Rule PARTICIPANTS =
            Rules.listOf(Rules.objectOf(Map.of("person_id", Rules.INTEGER, "primary", Rules.BOOLEAN)));
    private static final Rule ATTENDEES = Rules.listOf(Rules.objectOf(Map.of(
            "email", Rules.TEXT,
            "name", Rules.TEXT.orNull(),
            "status", Rules.TEXT.orNull(),
            "is_organizer", Rules.BOOLEAN,
            "person_id", Rules.INTEGER.orNull(),
            "user_id", Rules.INTEGER.orNull())));

    private final Account account;

    Activities(Account account) {
        this.account = account;
    }

    @Override
    public Table table() {
        return account.table("activities");
    }

    @Override
    public Shape creation() {
        return shape();
    }

    @Override
    public Shape update() {
        return shape();
    }

    private Shape shape() {
        return new Shape()
                .optional("subject", Rules.text(255).orNull())
                .optional("type", Rules.TEXT)
                .optional("owner_id", Rules.INTEGER)
                .optional("deal_id", Rules.INTEGER.orNull())
                .optional("lead_id", Rules.LEAD_ID.orNull())
                .optional("project_id", Rules.INTEGER.orNull())
                // Listed in OpenAPI v2 but refused in practice, see apply.
                .optional("person_id", Rules.INTEGER.orNull())
                .optional("org_id", Rules.INTEGER.orNull())
                .optional("due_date", Rules.DATE_ONLY.orNull())
                .optional("due_time", Rules.TIME_OF_DAY.orNull())
                .optional("duration", Rules.DURATION_OF_HOURS.orNull())
                .optional("busy", Rules.BOOLEAN.orNull())
                .optional("done", Rules.BOOLEAN)
                .optional("location", Rules.ADDRESS.orNull())
                .optional("participants", PARTICIPANTS)
                .optional("attendees", ATTENDEES)
                .optional("public_description", Rules.TEXT.orNull())
                .optional("priority", Rules.INTEGER.orNull())
                .optional("outcome", Rules.INTEGER.orNull())
                .optional("note", Rules.NOTE.orNull());
    }

    @Override
    public ObjectNode blank(long id) {
        ObjectNode record = Json.object();
        record.put("id", id);
        record.putNull("subject");
        record.put("type", "call");
        record.put("owner_id", account.tokenUserId());
        record.put("creator_user_id", account.tokenUserId());
        record.put("is_deleted", false);
        record.put("add_time", account.now());
        record.put("update_time", account.now());
        for (String empty : List.of("deal_id", "lead_id", "person_id", "org_id", "project_id")) {
            record.putNull(empty);
        }
        for (String empty : List.of("due_date", "due_time", "duration")) {
            record.putNull(empty);
        }
        record.put("busy", false);
        record.put("done", false);
        record.putNull("marked_as_done_time");
        record.putNull("location");
        record.putArray("participants");
        record.putArray("attendees");
        for (String empty : List.of("client", "url", "id")) {
            record.putNull("conference_meeting_" + empty);
        }
        for (String empty : List.of("public_description", "priority", "outcome", "note")) {
            record.putNull(empty);
        }
        return record;
    }

    @Override
    public void apply(ObjectNode record, ObjectNode parameters, boolean isNew) {
        if (parameters.has("person_id")) {
            // github.com/n8n-io/n8n/issues/31684
            throw ApiException.badRequest(
                    "The 'person_id' field is read-only, add a primary participant to 'participants' instead");
        }
        Parameters given = new Parameters(account, record, parameters);
        given.reference("owner_id", "users");
        given.reference("org_id", "organizations");
        setParent(record, given);
        setType(record, given);
        given.copy("due_date", "public_description", "attendees", "outcome");
        for (String time : List.of("due_time", "duration")) {
            if (given.has(time)) {
                record.put(
                        time,
                        given.hasValue(time) ? Times.withSeconds(given.get(time).textValue()) : null);
            }
        }
        if (given.has("busy")) {
            record.put("busy", given.get("busy").asBoolean(false));
        }
        if (given.has("location")) {
            record.set("location", Addresses.complete(given.get("location")));
        }
        if (given.has("note")) {
            record.put(
                    "note",
                    given.hasValue("note") ? Html.sanitised(given.get("note").textValue()) : null);
        }
        setDone(record, given);
        setPriority(record, given);
        if (given.has("participants")) {
            setParticipants(record, given.get("participants"));
        }
    }

    private void setParent(ObjectNode record, Parameters given) {
        given.reference("deal_id", "deals");
        account.setLead(record, given.get("lead_id"));
        if (given.hasValue("project_id")) {
            throw ApiException.badRequest("There is no such project");
        }
        // Of several parents one is kept: the deal before the lead before the project (changelog of March 2024).
        boolean found = false;
        for (String parent : PARENTS) {
            if (found) {
                record.putNull(parent);
            }
            found |= record.hasNonNull(parent);
        }
    }

    private void setType(ObjectNode record, Parameters given) {
        if (given.has("type")) {
            record.set("type", given.get("type"));
        }
        IdList types = account.table("activityTypes")
                .withKey("key_string", Row.key(record.path("type").textValue()));
        if (types.size() == 0) {
            throw ApiException.badRequest("There is no such activity type");
        }
        given.copy("subject");
        if (record.path("subject").asText("").isBlank()
                || record.path("subject").isNull()) {
            record.set("subject", account.record("activityTypes", types.get(0)).get("name"));
        }
    }

    private void setDone(ObjectNode record, Parameters given) {
        if (given.has("done")
                && given.get("done").booleanValue() != record.path("done").booleanValue()) {
            boolean done = given.get("done").booleanValue();
            record.put("done", done);
            record.put("marked_as_done_time", done ? account.now() : null);
        }
    }

    private void setPriority(ObjectNode record, Parameters given) {
        if (!given.has("priority")) {
            return;
        }
        Field priorities = account.catalog("activityFields").find("priority");
        if (given.hasValue("priority") && (priorities == null || !priorities.hasOption(given.get("priority")))) {
            throw ApiException.invalid("priority: The value you selected is not a valid choice.", null);
        }
        record.set("priority", given.get("priority"));
    }

    /** The person of an activity is its primary participant: the one that says so, else the first. */
    private void setParticipants(ObjectNode record, JsonNode participants) {
        ArrayNode stored = Json.MAPPER.createArrayNode();
        int primary = 0;
        for (int i = 0; i < participants.size(); i++) {
            long person = participants.get(i).path("person_id").asLong(0);
            account.requireReference("participants." + i + ".person_id", "persons", person);
            if (participants.get(i).path("primary").asBoolean(false)) {
                primary = i;
            }
            stored.addObject().put("person_id", person).put("primary", false);
        }
        record.set("person_id", NullNode.getInstance());
        if (!stored.isEmpty()) {
            ((ObjectNode) stored.get(primary)).put("primary", true);
            record.set("person_id", stored.get(primary).get("person_id"));
        }
        record.set("participants", stored);
    }

    @Override
    public Set<String> optionalFields() {
        return Set.of("attendees");
    }

    @Override
    public Set<String> sortable() {
        return Set.of("id", "update_time", "add_time", "due_date");
    }

    @Override
    public Map<String, String> filters() {
        return Map.of(
                "owner_id", "owner_id",
                "deal_id", "deal_id",
                "lead_id", "lead_id",
                "person_id", "person_id",
                "org_id", "org_id",
                "done", "done");
    }
}
