package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;

/** What the records of a page of v1 refer to, by kind and id. */
final class RelatedObjects {

    private final RecordsV1 records;
    private final ObjectNode shown = Json.object();

    RelatedObjects(Account account) {
        this.records = new RecordsV1(account);
    }

    ObjectNode shown() {
        return shown;
    }

    void addUser(JsonNode id) {
        if (id.asLong(0) > 0) {
            shown.withObject("/user").set(id.asText(), records.user(id));
        }
    }

    void addPerson(JsonNode id) {
        if (id.asLong(0) > 0) {
            ObjectNode person = Json.object();
            person.set("id", id);
            person.setAll(records.person(id));
            shown.withObject("/person").set(id.asText(), person);
        }
    }

    void addOrganization(JsonNode id) {
        if (id.asLong(0) > 0) {
            ObjectNode organization = Json.object();
            organization.set("id", id);
            organization.setAll(records.organization(id));
            shown.withObject("/organization").set(id.asText(), organization);
        }
    }

    void addDeal(JsonNode id) {
        ObjectNode deal = records.find("deals", id);
        if (!deal.isEmpty()) {
            shown.withObject("/deal")
                    .set(
                            id.asText(),
                            deal.retain(List.of(
                                    "id", "title", "status", "value", "currency", "stage_id", "pipeline_id")));
        }
    }
}
