package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Set;

/** Deals as v1 shows them: other names, other forms of times, and much that follows from other records. */
final class DealsV1 {

    private static final List<String> TIMES = List.of(
            "add_time", "update_time", "stage_change_time", "close_time", "won_time", "lost_time", "archive_time");
    private static final List<String> AS_IN_V2 = List.of(
            "person_id",
            "org_id",
            "stage_id",
            "title",
            "value",
            "currency",
            "status",
            "is_archived",
            "probability",
            "lost_reason",
            "pipeline_id",
            "expected_close_date",
            "origin",
            "origin_id",
            "channel",
            "channel_id",
            "arr",
            "mrr",
            "acv");

    private static final Set<String> NULLABLE = Set.of(
            "probability",
            "next_activity_id",
            "last_activity_id",
            "last_activity_date",
            "lost_reason",
            "close_time",
            "rotten_time",
            "origin_id",
            "channel",
            "channel_id",
            "arr",
            "mrr",
            "acv",
            "arr_currency",
            "mrr_currency",
            "acv_currency");

    private final Account account;
    private final RecordsV1 records;

    DealsV1(Account account) {
        this.account = account;
        this.records = new RecordsV1(account);
    }

    /** Returns the document with the ids of what it refers to. */
    ObjectNode flat(ObjectNode deal) {
        ObjectNode shown = Json.object();
        long id = deal.path("id").longValue();
        shown.put("id", id);
        shown.set("creator_user_id", deal.get("creator_user_id"));
        shown.set("user_id", deal.get("owner_id"));
        AS_IN_V2.forEach(member -> shown.set(member, RecordsV1.orNull(deal.get(member))));
        TIMES.forEach(time -> shown.put(time, RecordsV1.timeV1(deal.path(time))));
        boolean isOpen = deal.path("status").asText("").equals("open");
        boolean isDeleted = deal.path("is_deleted").booleanValue();
        shown.put("active", isOpen && !isDeleted);
        shown.put("deleted", isDeleted);
        shown.set("first_won_time", shown.get("won_time"));
        shown.put("visible_to", deal.path("visible_to").asText());
        shown.set("label", label(deal.path("label_ids")));
        new OptionalFields(account).addCounts(shown, "deals", id);
        new OptionalFields(account).add(shown, "deals", id, List.of("products_count", "participants_count"));
        addNeighbours(shown, deal);
        addValues(shown, deal);
        shown.putNull("rotten_time");
        shown.set(
                "owner_name",
                RecordsV1.orNull(records.find("users", deal.path("owner_id")).get("name")));
        shown.put("cc_email", "acme+deal" + id + "@pipedrivemail.example");
        shown.put("org_hidden", false);
        shown.put("person_hidden", false);
        omitAbsent(shown);
        return shown;
    }

    private static JsonNode label(JsonNode ids) {
        StringBuilder label = new StringBuilder();
        ids.forEach(id -> label.append(label.isEmpty() ? "" : ",").append(id.asText()));
        return label.isEmpty()
                ? NullNode.getInstance()
                : Json.MAPPER.getNodeFactory().textNode(label.toString());
    }

    private void addNeighbours(ObjectNode shown, ObjectNode deal) {
        JsonNode order = records.find("stages", deal.path("stage_id")).path("order_nr");
        shown.put("stage_order_nr", order.asLong(0));
        shown.put(
                "person_name",
                records.find("persons", deal.path("person_id")).path("name").textValue());
        shown.put(
                "org_name",
                records.find("organizations", deal.path("org_id")).path("name").textValue());
        NeighbourActivities next =
                new NeighbourActivities(account, "deal_id", deal.path("id").longValue());
        for (String member : List.of("subject", "type", "duration", "note")) {
            shown.put("next_activity_" + member, next.text(member));
        }
    }

    private void addValues(ObjectNode shown, ObjectNode deal) {
        JsonNode value = deal.path("value").isNumber()
                ? deal.path("value")
                : Json.MAPPER.getNodeFactory().numberNode(0);
        String currency = deal.path("currency").asText("");
        JsonNode weighted = weighted(deal);
        shown.put("formatted_value", Money.formatted(value, currency));
        shown.set("weighted_value", weighted);
        shown.put("formatted_weighted_value", Money.formatted(weighted, currency));
        shown.put("weighted_value_currency", currency);
        for (String sum : List.of("arr", "mrr", "acv")) {
            shown.put(sum + "_currency", deal.hasNonNull(sum) ? currency : null);
        }
    }

    /** Returns the value times the probability of the deal or, if it has none, of its stage. */
    JsonNode weighted(ObjectNode deal) {
        JsonNode ofStage = records.find("stages", deal.path("stage_id")).path("deal_probability");
        double probability = deal.path("probability").asDouble(ofStage.asDouble(100));
        return Money.rounded(deal.path("value").asDouble(0) * probability / 100);
    }

    private void omitAbsent(ObjectNode shown) {
        if (account.settings().answer(Switch.ABSENT_IN_V1).equals("omit")) {
            shown.properties().removeIf(member -> member.getValue().isNull() && !NULLABLE.contains(member.getKey()));
        }
    }

    /** Returns the document with what it refers to in place of ids. */
    ObjectNode hydrated(ObjectNode deal) {
        ObjectNode shown = flat(deal);
        for (String user : List.of("creator_user_id", "user_id")) {
            JsonNode id = shown.path(user);
            ObjectNode found = records.user(id).put("has_pic", false);
            shown.set(user, found.set("value", id));
        }
        if (deal.hasNonNull("person_id")) {
            ObjectNode person = records.person(deal.path("person_id"));
            shown.set("person_id", person.set("value", deal.get("person_id")));
        }
        if (deal.hasNonNull("org_id")) {
            ObjectNode organization = records.organization(deal.path("org_id"));
            shown.set("org_id", organization.set("value", deal.get("org_id")));
        }
        return shown;
    }

    /** Adds to a page what a deal refers to. */
    void addRelated(RelatedObjects related, ObjectNode deal) {
        related.addUser(deal.path("owner_id"));
        related.addUser(deal.path("creator_user_id"));
        related.addPerson(deal.path("person_id"));
        related.addOrganization(deal.path("org_id"));
        related.addStage(deal.path("stage_id"));
        related.addPipeline(deal.path("pipeline_id"));
    }
}
