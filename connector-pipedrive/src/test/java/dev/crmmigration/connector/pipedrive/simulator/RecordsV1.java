package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Persons, organizations and users as v1 shows them within other records. */
final class RecordsV1 {

    private final Account account;

    RecordsV1(Account account) {
        this.account = account;
    }

    /** Returns a record, deleted or not, or an empty object. */
    ObjectNode find(String object, JsonNode id) {
        Row row = account.table(object).find(id.asLong(0));
        return row == null ? Json.object() : row.record();
    }

    /** Returns the short form of a user. */
    ObjectNode user(JsonNode id) {
        ObjectNode user = find("users", id);
        ObjectNode shown = Json.object();
        shown.set("id", id);
        shown.set("name", user.get("name"));
        shown.put("email", user.path("email").asText(""));
        shown.put("has_pic", 0);
        shown.putNull("pic_hash");
        return shown.put("active_flag", user.path("active_flag").asBoolean(false));
    }

    /** Returns the short form of a person, without an id. */
    ObjectNode person(JsonNode id) {
        ObjectNode person = find("persons", id);
        ObjectNode shown = Json.object();
        shown.put("active_flag", !person.path("is_deleted").asBoolean(true));
        shown.set("name", person.get("name"));
        shown.set("email", person.path("emails"));
        shown.set("phone", person.path("phones"));
        shown.set("owner_id", person.get("owner_id"));
        return shown;
    }

    /** Returns the short form of an organization, without an id. */
    ObjectNode organization(JsonNode id) {
        ObjectNode organization = find("organizations", id);
        ObjectNode shown = Json.object();
        shown.set("name", organization.get("name"));
        shown.put(
                "people_count",
                account.table("persons").withKey("org_id", id.asLong(0)).size());
        shown.set("owner_id", organization.get("owner_id"));
        shown.set("address", orNull(organization.path("address").get("value")));
        shown.put("active_flag", !organization.path("is_deleted").asBoolean(true));
        return shown.put("cc_email", "acme@pipedrivemail.example");
    }

    /** Returns a person as v1 shows it whole, as far as the documents of v2 tell. */
    ObjectNode wholePerson(JsonNode id) {
        ObjectNode person = find("persons", id);
        ObjectNode shown = person(id);
        shown.set("id", id);
        shown.put("company_id", account.companyId());
        shown.set("owner_id", user(person.path("owner_id")).set("value", person.get("owner_id")));
        shown.putNull("org_id").putNull("org_name").putNull("cc_email");
        if (person.hasNonNull("org_id")) {
            ObjectNode organization = organization(person.path("org_id"));
            shown.set("org_name", organization.get("name"));
            shown.set("cc_email", organization.get("cc_email"));
            shown.set("org_id", organization.set("value", person.get("org_id")));
        }
        shown.set("first_name", person.get("first_name"));
        shown.set("last_name", orNull(person.get("last_name")));
        String name = person.path("name").asText(" ");
        shown.put("first_char", name.substring(0, 1).toLowerCase(Locale.ROOT));
        shown.put("add_time", timeV1(person.path("add_time")));
        shown.put("update_time", timeV1(person.path("update_time")));
        shown.put("visible_to", person.path("visible_to").asText());
        shown.putNull("picture_id").putNull("label");
        shown.set("label_ids", person.path("label_ids"));
        shown.set("owner_name", find("users", person.path("owner_id")).get("name"));
        new OptionalFields(account).addCounts(shown, "persons", id.asLong(0));
        return shown;
    }

    static JsonNode orNull(@Nullable JsonNode value) {
        return value == null ? NullNode.getInstance() : value;
    }

    /** Returns a time of v2 in the form of v1; {@code null} where there is none. */
    static @Nullable String timeV1(JsonNode time) {
        return time.isTextual() ? Times.v1(Instant.parse(time.textValue())) : null;
    }
}
