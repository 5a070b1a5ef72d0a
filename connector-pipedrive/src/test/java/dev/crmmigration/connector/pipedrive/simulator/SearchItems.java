package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows records of one object as searches do. */
final class SearchItems {

    private static final Map<String, String> TYPES =
            Map.of("deals", "deal", "persons", "person", "organizations", "organization", "products", "product");

    private final Company company;
    private final Account account;
    private final String object;

    SearchItems(Company company, String object) {
        this.company = company;
        this.account = company.account();
        this.object = object;
    }

    /** Returns the item of a record with what {@code include_fields} names. */
    ObjectNode item(ObjectNode record, Map<String, String> query) {
        ObjectNode item = Json.object();
        item.set("id", record.get("id"));
        item.put("type", TYPES.getOrDefault(object, object));
        Set<String> included =
                Set.of(query.getOrDefault("include_fields", "none").split(",", -1));
        switch (object) {
            case "persons" -> addPerson(item, record, included);
            case "organizations" -> {
                item.set("name", record.get("name"));
                item.set("address", record.path("address").get("value"));
            }
            case "products" -> addProduct(item, record, included);
            default -> addDeal(item, record, included);
        }
        item.set("visible_to", record.get("visible_to"));
        item.putObject("owner").set("id", record.get("owner_id"));
        ArrayNode values = item.putArray("custom_fields");
        customValues(record).forEach(values::add);
        if (!object.equals("products")) {
            ArrayNode notes = item.putArray("notes");
            notes(record).forEach(notes::add);
        }
        return item;
    }

    private void addPerson(ObjectNode item, ObjectNode record, Set<String> included) {
        item.set("name", record.get("name"));
        for (String list : List.of("phones", "emails")) {
            ArrayNode values = item.putArray(list);
            record.path(list).forEach(contact -> values.add(contact.get("value")));
        }
        addOrganization(item, record);
        if (included.contains("person.picture")) {
            item.putNull("picture");
            if (record.hasNonNull("picture_id")) {
                item.putObject("picture").set("id", record.get("picture_id"));
            }
        }
    }

    private static void addProduct(ObjectNode item, ObjectNode record, Set<String> included) {
        item.set("name", record.get("name"));
        if (!record.path("code").asText("").isEmpty()) {
            item.set("code", record.get("code"));
        }
        if (included.contains("product.price")) {
            item.set("prices", record.get("prices"));
        }
    }

    private void addDeal(ObjectNode item, ObjectNode record, Set<String> included) {
        for (String member : List.of("title", "value", "currency", "status", "is_archived")) {
            item.set(member, record.get(member));
        }
        addNamed(item, "stage", "stages", record.path("stage_id").asLong(0));
        addNamed(item, "person", "persons", record.path("person_id").asLong(0));
        addOrganization(item, record);
        if (included.contains("deal.cc_email")) {
            item.put("cc_email", "acme+deal" + record.path("id").asText() + "@pipedrivemail.example");
        }
    }

    private void addOrganization(ObjectNode item, ObjectNode record) {
        Row row = account.table("organizations").find(record.path("org_id").asLong(0));
        addNamed(item, "organization", "organizations", record.path("org_id").asLong(0));
        if (row != null) {
            JsonNode address = row.record().path("address").path("value");
            ((ObjectNode) item.path("organization")).put("address", address.textValue());
        }
    }

    private void addNamed(ObjectNode item, String member, String of, long id) {
        Row row = account.table(of).find(id);
        if (row == null) {
            item.putNull(member);
        } else {
            item.putObject(member).put("id", id).set("name", row.record().get("name"));
        }
    }

    private List<String> notes(ObjectNode record) {
        Table notes = account.table("notes");
        String link = TYPES.getOrDefault(object, "").replace("organization", "org") + "_id";
        return PageV1.rows(notes, notes.withKey(link, record.path("id").longValue()))
                .map(note -> note.record().path("content").asText(""))
                .toList();
    }

    /** Returns the values of the custom fields that searches look into. */
    List<String> customValues(ObjectNode record) {
        EntityEndpoints entity = company.find(object);
        CustomFields customFields = entity == null ? null : entity.entity().customFields();
        List<String> values = new ArrayList<>();
        if (customFields != null) {
            for (Map.Entry<String, JsonNode> value :
                    record.path("custom_fields").properties()) {
                Field field = customFields.catalog().find(value.getKey());
                if (field != null && Search.SEARCHABLE.contains(field.type())) {
                    JsonNode content = value.getValue();
                    values.add(content.isObject() ? content.path("value").asText("") : content.asText(""));
                }
            }
        }
        return values;
    }
}
