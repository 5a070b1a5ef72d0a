package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Searches the values of one field, where the case counts. */
final class FieldSearch {

    private static final Set<String> KNOWN = Set.of("term", "entity_type", "match", "field", "limit", "cursor");
    private static final Set<String> SYSTEM_FIELDS =
            Set.of("name", "title", "code", "address", "email", "emails", "phone", "phones");
    private static final Map<String, String> OBJECTS = Map.of(
            "deal", "deals",
            "lead", "leads",
            "person", "persons",
            "organization", "organizations",
            "product", "products",
            "project", "projects");
    private static final Map<String, String> CATALOGS = Map.of(
            "deal", "dealFields",
            "lead", "dealFields",
            "person", "personFields",
            "organization", "organizationFields",
            "product", "productFields");

    private final Company company;
    private final Account account;

    FieldSearch(Company company) {
        this.company = company;
        this.account = company.account();
    }

    Reply answer(Request request) {
        Map<String, String> query = request.query();
        Checks checks = new Checks();
        Set<String> known = new TreeSet<>(KNOWN);
        if (account.settings().isOn(Switch.QUERY_TOKEN)) {
            known.add("api_token");
        }
        query.keySet().stream().filter(name -> !known.contains(name)).forEach(checks::notAllowed);
        String type = QueryValues.choice(query, "entity_type", OBJECTS.keySet(), "", checks);
        String match = QueryValues.choice(query, "match", Set.of("exact", "beginning", "middle"), "exact", checks);
        String field = query.getOrDefault("field", "");
        if (!isSearchable(type, field)) {
            checks.add("field", "This field cannot be searched.");
        }
        int limit = QueryValues.limit(query, account.settings(), checks);
        checks.finish();
        String term = query.getOrDefault("term", "");
        SearchTerm.requireLength(term, match.equals("exact"));
        return page(query, found(type, field, match, term), limit);
    }

    private boolean isSearchable(String type, String code) {
        String catalog = CATALOGS.get(type);
        Field field = catalog == null ? null : account.catalog(catalog).find(code);
        if (field == null || !field.isCustom()) {
            return SYSTEM_FIELDS.contains(code);
        }
        return Search.SEARCHABLE.contains(field.type());
    }

    private List<ObjectNode> found(String type, String field, String match, String term) {
        List<ObjectNode> found = new ArrayList<>();
        String object = OBJECTS.getOrDefault(type, "");
        if (!account.hasTable(object)) {
            return found;
        }
        Table table = account.table(object);
        table.byUpdateTime().current();
        SearchTerm.DocumentTest test = new SearchTerm(term.toLowerCase(Locale.ROOT), false, List.of()).documentTest();
        IdList live = table.live();
        for (int i = 0; i < live.size(); i++) {
            Row row = table.find(live.get(i));
            boolean isKnown = row != null
                    && table.byUpdateTime().timeOf(row.id()) != null
                    && account.visibility().shows(table, row);
            if (row != null && isKnown && test.mayMatch(company.document(table, row))) {
                addIfMatching(found, Json.parseOwn(company.document(table, row)), field, match, term);
            }
        }
        return found;
    }

    private static void addIfMatching(
            List<ObjectNode> found, ObjectNode record, String field, String match, String term) {
        for (String value : values(record, field)) {
            boolean matches = switch (match) {
                case "exact" -> value.equals(term);
                case "beginning" -> value.startsWith(term);
                default -> value.contains(term);
            };
            if (matches) {
                ObjectNode item = Json.object();
                item.set("id", record.get("id"));
                found.add(item.put(field, value));
                return;
            }
        }
    }

    private static List<String> values(ObjectNode record, String field) {
        JsonNode value = record.path("custom_fields").path(field);
        if (value.isMissingNode()) {
            String list = field.equals("email") || field.equals("phone") ? field + "s" : field;
            value = record.path(list);
        }
        List<String> values = new ArrayList<>();
        for (JsonNode one :
                value.isArray() ? value : Json.MAPPER.createArrayNode().add(value)) {
            String text = (one.isObject() ? one.path("value") : one).asText("");
            if (!text.isEmpty()) {
                values.add(text);
            }
        }
        return values;
    }

    private static Reply page(Map<String, String> query, List<ObjectNode> found, int limit) {
        String cursor = query.get("cursor");
        long start =
                cursor == null ? 0 : Cursor.parse(cursor, "position", false).id();
        int end = (int) Math.min(found.size(), start + limit);
        List<byte[]> shown = new ArrayList<>();
        found.subList((int) Math.min(start, end), end).forEach(item -> shown.add(Json.bytes(item)));
        return Replies.page(shown, end < found.size() ? new Cursor("position", false, end, end) : null);
    }
}
