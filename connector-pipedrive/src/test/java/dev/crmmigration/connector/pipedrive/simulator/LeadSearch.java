package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Searches leads by title, custom fields and notes, by v1. Costs a walk through the leads. */
final class LeadSearch {

    private static final Set<String> SEARCHABLE =
            Set.of("address", "varchar", "text", "varchar_auto", "double", "monetary", "phone");

    private final Account account;
    private final Table table;
    private final Leads leads;

    LeadSearch(Account account, Leads leads) {
        this.account = account;
        this.table = account.table("leads");
        this.leads = leads;
    }

    List<Endpoint> endpoints() {
        return List.of(new Endpoint("GET", Endpoint.V1 + "/leads/search", 40, this::answer));
    }

    private Reply answer(Request request) {
        List<ObjectNode> found = find(SearchTerm.of(request.query()), request.query());
        ListV1 page = ListV1.of(request);
        int end = Math.min(found.size(), page.start() + page.limit());
        ArrayNode items = Json.MAPPER.createArrayNode();
        for (int i = page.start(); i < end; i++) {
            items.addObject().put("result_score", 1).set("item", found.get(i));
        }
        ObjectNode answer = Json.object();
        answer.put("success", true);
        answer.putObject("data").set("items", items);
        ObjectNode paging = answer.putObject("additional_data").putObject("pagination");
        paging.put("start", page.start());
        paging.put("limit", page.limit());
        paging.put("more_items_in_collection", end < found.size());
        if (end < found.size()) {
            paging.put("next_start", end);
        }
        return Reply.json(200, answer);
    }

    /** Returns the items found, the archived ones too, oldest first. */
    List<ObjectNode> find(SearchTerm term, Map<String, String> query) {
        table.byUpdateTime().current();
        return PageV1.rows(table, table.live())
                .filter(row -> table.byUpdateTime().timeOf(row.id()) != null
                        && account.visibility().shows(table, row)
                        && isOf(row, "person_id", query)
                        && isOf(row, "organization_id", query))
                .map(leads::record)
                .filter(lead -> matches(lead, term))
                .map(lead -> item(lead, query))
                .toList();
    }

    private boolean isOf(Row row, String key, Map<String, String> query) {
        String wanted = query.get(key);
        return wanted == null || Long.toString(row.key(table.keyPosition(key))).equals(wanted);
    }

    private boolean matches(ObjectNode lead, SearchTerm term) {
        return (term.looksIn("title") && term.matches(lead.path("title").asText("")))
                || (term.looksIn("custom_fields") && customValues(lead).stream().anyMatch(term::matches))
                || (term.looksIn("notes") && notes(lead).stream().anyMatch(term::matches));
    }

    private List<String> customValues(ObjectNode lead) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> value : lead.path("custom_fields").properties()) {
            Field field = account.catalog("dealFields").find(value.getKey());
            if (field != null && SEARCHABLE.contains(field.type())) {
                JsonNode content = value.getValue();
                values.add((content.isObject() ? content.path("value") : content).asText(""));
            }
        }
        return values;
    }

    private List<String> notes(ObjectNode lead) {
        Table notes = account.table("notes");
        return PageV1.rows(
                        notes, notes.withKey("lead_id", Row.key(lead.path("id").asText(""))))
                .map(note -> note.record().path("content").asText(""))
                .toList();
    }

    private ObjectNode item(ObjectNode lead, Map<String, String> query) {
        ObjectNode item = Json.object();
        item.set("id", lead.get("id"));
        item.put("type", "lead");
        item.set("title", lead.get("title"));
        item.putObject("owner").set("id", lead.get("owner_id"));
        JsonNode person = named(item, "person", "persons", lead.path("person_id"));
        named(item, "organization", "organizations", lead.path("organization_id"));
        for (String list : List.of("phones", "emails")) {
            ArrayNode values = item.putArray(list);
            person.path(list).forEach(contact -> values.add(contact.path("value")));
        }
        ArrayNode values = item.putArray("custom_fields");
        customValues(lead).forEach(values::add);
        ArrayNode notes = item.putArray("notes");
        notes(lead).forEach(notes::add);
        if (lead.hasNonNull("value")) {
            item.set("value", lead.path("value").path("amount"));
            item.set("currency", lead.path("value").path("currency"));
        }
        item.put("visible_to", Integer.parseInt(lead.path("visible_to").asText("3")));
        item.set("is_archived", lead.get("is_archived"));
        if (query.getOrDefault("include_fields", "").equals("lead.was_seen")) {
            item.set("was_seen", lead.get("was_seen"));
        }
        return item;
    }

    private JsonNode named(ObjectNode item, String member, String object, JsonNode id) {
        Row row = id.isNull() ? null : account.table(object).find(id.longValue());
        if (row == null) {
            return Json.object();
        }
        ObjectNode record = row.record();
        item.putObject(member).put("id", row.id()).set("name", record.get("name"));
        return record;
    }
}
