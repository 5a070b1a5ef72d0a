package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Searches persons, organizations and deals, each for itself and all at once. Costs a walk through the table. */
final class SearchEndpoints {

    private static final Set<String> PARAMETERS = Set.of(
            "term",
            "fields",
            "exact_match",
            "organization_id",
            "person_id",
            "status",
            "include_fields",
            "limit",
            "cursor",
            "item_types");

    private final Map<String, Search> searches = new LinkedHashMap<>();

    SearchEndpoints(Company company) {
        searches.put("deal", new Search(company, "deals", "deal", "title"));
        searches.put("person", new Search(company, "persons", "person", "name"));
        searches.put("organization", new Search(company, "organizations", "organization", "name"));
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Search search : searches.values()) {
            String path = Endpoint.V2 + "/" + search.object() + "/search";
            endpoints.add(new Endpoint("GET", path, 20, request -> answer(request, List.of(search), 500)));
        }
        endpoints.add(new Endpoint("GET", Endpoint.V2 + "/itemSearch", 20, this::searchAll));
        return endpoints;
    }

    private Reply searchAll(Request request) {
        List<String> types =
                List.of(request.query().getOrDefault("item_types", "").split(",", -1));
        List<Search> chosen = new ArrayList<>();
        searches.forEach((type, search) -> {
            if (!request.query().containsKey("item_types") || types.contains(type)) {
                chosen.add(search);
            }
        });
        return answer(request, chosen, 100);
    }

    private static Reply answer(Request request, List<Search> searches, int maxLimit) {
        SearchTerm term = SearchTerm.of(request.query());
        Checks checks = new Checks();
        request.query().keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(checks::notAllowed);
        checks.finish();
        int limit = Math.min(ListV1.of(request).limit(), maxLimit);
        String cursor = request.query().get("cursor");
        long start =
                cursor == null ? 0 : Cursor.parse(cursor, "position", false).id();
        List<ObjectNode> found = new ArrayList<>();
        searches.forEach(search -> found.addAll(search.find(term, request.query())));
        int end = (int) Math.min(found.size(), start + limit);
        ObjectNode answer = Json.object();
        answer.put("success", true);
        ArrayNode items = answer.putObject("data").putArray("items");
        for (int i = (int) start; i < end; i++) {
            items.addObject().put("result_score", 1).set("item", found.get(i));
        }
        String next = end < found.size() ? new Cursor("position", false, end, end).encoded() : null;
        answer.putObject("additional_data").put("next_cursor", next);
        return Reply.json(200, answer);
    }
}
