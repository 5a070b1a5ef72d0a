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

    void addStage(JsonNode id) {
        ObjectNode stage = records.find("stages", id);
        if (!stage.isEmpty()) {
            ObjectNode added = shown.withObject("/stage").putObject(id.asText());
            for (String member : List.of("id", "order_nr", "name", "deal_probability", "pipeline_id")) {
                added.set(member, stage.get(member));
            }
            added.put("active_flag", !stage.path("is_deleted").booleanValue());
            added.set("rotten_flag", stage.get("is_deal_rot_enabled"));
            added.set("rotten_days", stage.get("days_to_rotten"));
            addTimes(added, stage);
        }
    }

    void addPipeline(JsonNode id) {
        ObjectNode pipeline = records.find("pipelines", id);
        if (!pipeline.isEmpty()) {
            ObjectNode added = shown.withObject("/pipeline").putObject(id.asText());
            added.set("id", id);
            added.set("name", pipeline.get("name"));
            added.set("url_title", pipeline.get("name"));
            added.set("order_nr", pipeline.get("order_nr"));
            added.put("active", !pipeline.path("is_deleted").booleanValue());
            added.set("deal_probability", pipeline.get("is_deal_probability_enabled"));
            addTimes(added, pipeline);
        }
    }

    private static void addTimes(ObjectNode added, ObjectNode record) {
        for (String time : List.of("add_time", "update_time")) {
            added.put(time, RecordsV1.timeV1(record.path(time)));
        }
    }

    void addDeal(JsonNode id) {
        ObjectNode deal = records.find("deals", id);
        if (!deal.isEmpty()) {
            shown.withObject("/deal")
                    .set(
                            id.asText(),
                            deal.retain(
                                    List.of("id", "title", "status", "value", "currency", "stage_id", "pipeline_id")));
        }
    }
}
