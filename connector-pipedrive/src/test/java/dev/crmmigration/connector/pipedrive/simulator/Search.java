package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Searches one object. What the lagging index does not know yet is not found. */
final class Search {

    private static final Set<String> SEARCHABLE =
            Set.of("address", "varchar", "text", "varchar_auto", "double", "monetary", "phone");
    private static final Map<String, String> FILTERS =
            Map.of("person_id", "person_id", "organization_id", "org_id", "status", "status");

    private final Company company;
    private final Table table;
    private final String type;
    private final String title;

    /**
     * Creates a search.
     *
     * @param type what the items are called
     * @param title the member that names a record
     */
    Search(Company company, String object, String type, String title) {
        this.company = company;
        this.table = company.account().table(object);
        this.type = type;
        this.title = title;
    }

    String object() {
        return table.name();
    }

    /** Returns the items found, oldest first. */
    List<ObjectNode> find(SearchTerm term, Map<String, String> query) {
        List<ObjectNode> found = new ArrayList<>();
        table.byUpdateTime().current();
        IdList live = table.live();
        for (int i = 0; i < live.size(); i++) {
            Row row = table.find(live.get(i));
            if (row == null || table.byUpdateTime().timeOf(row.id()) == null || !passes(row, query) || !isVisible(row)) {
                continue;
            }
            byte[] document = company.document(table, row);
            if (term.mayMatch(new String(document, UTF_8))) {
                ObjectNode record = Json.parseOwn(document);
                if (matches(record, term)) {
                    found.add(item(record));
                }
            }
        }
        return found;
    }

    private boolean isVisible(Row row) {
        return company.account().visibility().shows(table, row);
    }

    private boolean passes(Row row, Map<String, String> query) {
        for (Map.Entry<String, String> filter : FILTERS.entrySet()) {
            String value = query.get(filter.getKey());
            if (value != null && table.keyNames().contains(filter.getValue())) {
                long key = value.matches("\\d{1,18}") ? Long.parseLong(value) : Row.key(value);
                if (row.key(table.keyPosition(filter.getValue())) != key) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean matches(ObjectNode record, SearchTerm term) {
        boolean found = term.looksIn(title) && term.matches(record.path(title).asText(""));
        found |= term.looksIn("address")
                && term.matches(record.path("address").path("value").asText(""));
        for (String list : List.of("emails", "phones")) {
            for (JsonNode contact : record.path(list)) {
                String field = list.substring(0, list.length() - 1);
                found |= term.looksIn(field)
                        && term.matches(contact.path("value").asText(""));
            }
        }
        if (term.looksIn("custom_fields")) {
            found |= customValues(record).stream().anyMatch(term::matches);
        }
        return found;
    }

    private List<String> customValues(ObjectNode record) {
        EntityEndpoints entity = company.find(table.name());
        CustomFields customFields = entity == null ? null : entity.entity().customFields();
        List<String> values = new ArrayList<>();
        if (customFields != null) {
            for (Map.Entry<String, JsonNode> value :
                    record.path("custom_fields").properties()) {
                Field field = customFields.catalog().find(value.getKey());
                if (field != null && SEARCHABLE.contains(field.type())) {
                    JsonNode content = value.getValue();
                    values.add(content.isObject() ? content.path("value").asText("") : content.asText(""));
                }
            }
        }
        return values;
    }

    private ObjectNode item(ObjectNode record) {
        ObjectNode item = Json.object();
        item.set("id", record.get("id"));
        item.put("type", type);
        item.set(title, record.get(title));
        switch (type) {
            case "person" -> {
                addValues(item, record, "phones");
                addValues(item, record, "emails");
            }
            case "organization" -> item.set("address", record.path("address").get("value"));
            default -> {
                for (String member : List.of("value", "currency", "status", "is_archived")) {
                    item.set(member, record.get(member));
                }
                addNamed(item, "stage", "stages", record.path("stage_id").asLong(0));
                addNamed(item, "person", "persons", record.path("person_id").asLong(0));
            }
        }
        item.set("visible_to", record.get("visible_to"));
        item.putObject("owner").set("id", record.get("owner_id"));
        if (record.has("org_id")) {
            addNamed(
                    item, "organization", "organizations", record.path("org_id").asLong(0));
        }
        customValues(record).forEach(item.withArray("custom_fields")::add);
        item.putArray("notes");
        return item;
    }

    private static void addValues(ObjectNode item, ObjectNode record, String list) {
        record.path(list).forEach(contact -> item.withArray(list).add(contact.get("value")));
    }

    private void addNamed(ObjectNode item, String member, String object, long id) {
        Row row = company.account().table(object).find(id);
        if (row == null) {
            item.putNull(member);
        } else {
            item.putObject(member).put("id", id).set("name", row.record().get("name"));
        }
    }
}
