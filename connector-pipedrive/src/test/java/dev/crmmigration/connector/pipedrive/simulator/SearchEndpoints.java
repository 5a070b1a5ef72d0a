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
import java.util.TreeSet;
import java.util.function.Supplier;

/** Searches single objects and all at once. Costs a walk through the tables. */
final class SearchEndpoints {

    private static final int MAX_LIMIT = 500;
    private static final int MAX_LIMIT_OF_ALL = 100;
    private static final Set<String> COMMON =
            Set.of("term", "fields", "exact_match", "include_fields", "limit", "cursor");
    private static final Set<String> ALL_FIELDS =
            Set.of("address", "code", "custom_fields", "email", "name", "notes", "phone", "title", "description");

    private final Account account;
    private final RelatedItems related;
    private final Map<String, Finder> finders = new LinkedHashMap<>();
    private final List<Endpoint> endpoints = new ArrayList<>();

    SearchEndpoints(Company company) {
        this.account = company.account();
        this.related = new RelatedItems(company);
        Finder nothing = (term, query, most) -> List.of();
        finders.put("deal", new Search(company, "deals", "title"));
        finders.put("person", new Search(company, "persons", "name"));
        finders.put("organization", new Search(company, "organizations", "name"));
        finders.put("product", new Search(company, "products", "name"));
        finders.put("lead", this::findLeads);
        finders.put("file", new FileSearch(account));
        finders.put("mail_attachment", nothing);
        finders.put("project", nothing);
        add(
                "deal",
                Set.of("custom_fields", "notes", "title"),
                "deal.cc_email",
                "person_id",
                "organization_id",
                "status");
        add("person", Set.of("custom_fields", "email", "notes", "phone", "name"), "person.picture", "organization_id");
        add("organization", Set.of("address", "custom_fields", "notes", "name"), "");
        add("product", Set.of("code", "custom_fields", "name"), "product.price");
        add("lead", Set.of("custom_fields", "notes", "title"), "lead.was_seen", "person_id", "organization_id");
        endpoints.add(new Endpoint("GET", Endpoint.V2 + "/itemSearch", 20, this::searchAll));
        endpoints.add(new Endpoint("GET", Endpoint.V2 + "/itemSearch/field", 20, new FieldSearch(company)::answer));
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    private void add(String type, Set<String> fields, String includable, String... filters) {
        Set<String> known = new TreeSet<>(COMMON);
        known.addAll(List.of(filters));
        if (includable.isEmpty()) {
            known.remove("include_fields");
        }
        String path = Endpoint.V2 + "/" + type + "s/search";
        endpoints.add(new Endpoint("GET", path, 20, request -> {
            Checks checks = checked(request, known, fields);
            QueryValues.choices(request.query(), "include_fields", Set.of(includable), checks);
            QueryValues.choice(request.query(), "status", Set.of("open", "won", "lost"), "open", checks);
            for (String filter : List.of("person_id", "organization_id")) {
                QueryValues.number(filter, request.query().getOrDefault(filter, "0"), checks);
            }
            int limit = QueryValues.limit(request.query(), account.settings(), MAX_LIMIT, checks);
            checks.finish();
            return answer(request, List.of(type), limit, false);
        }));
    }

    private List<Supplier<ObjectNode>> findLeads(SearchTerm term, Map<String, String> query, int most) {
        List<Supplier<ObjectNode>> found = new ArrayList<>();
        new LeadSearch(account, new Leads(account)).find(term, query).forEach(lead -> found.add(() -> lead));
        return found;
    }

    private Checks checked(Request request, Set<String> known, Set<String> fields) {
        Checks checks = new Checks();
        boolean queryToken = account.settings().isOn(Switch.QUERY_TOKEN);
        request.query().keySet().stream()
                .filter(name -> !known.contains(name) && !(queryToken && name.equals("api_token")))
                .forEach(checks::notAllowed);
        QueryValues.choices(request.query(), "fields", fields, checks);
        QueryValues.flag(request.query(), "exact_match", checks);
        return checks;
    }

    private Reply searchAll(Request request) {
        Set<String> known = new TreeSet<>(COMMON);
        known.addAll(List.of("item_types", "search_for_related_items"));
        Checks checks = checked(request, known, ALL_FIELDS);
        List<String> chosen = QueryValues.choices(request.query(), "item_types", finders.keySet(), checks);
        Set<String> includable = Set.of("deal.cc_email", "person.picture", "product.price");
        QueryValues.choices(request.query(), "include_fields", includable, checks);
        boolean withRelated = QueryValues.flag(request.query(), "search_for_related_items", checks);
        int limit = QueryValues.limit(request.query(), account.settings(), MAX_LIMIT_OF_ALL, checks);
        checks.finish();
        return answer(request, chosen.isEmpty() ? List.copyOf(finders.keySet()) : chosen, limit, withRelated);
    }

    private Reply answer(Request request, List<String> types, int limit, boolean withRelated) {
        SearchTerm term = SearchTerm.of(request.query());
        String cursor = request.query().get("cursor");
        long start =
                cursor == null ? 0 : Cursor.parse(cursor, "position", false).id();
        List<Supplier<ObjectNode>> found = new ArrayList<>();
        finders.forEach((type, finder) -> {
            if (types.contains(type)) {
                found.addAll(finder.find(term, request.query(), (int) start + limit + 1));
            }
        });
        int end = (int) Math.min(found.size(), start + limit);
        List<ObjectNode> page = found.subList((int) Math.min(start, end), end).stream()
                .map(Supplier::get)
                .toList();
        ObjectNode answer = Json.object();
        answer.put("success", true);
        ObjectNode data = answer.putObject("data");
        addItems(data.putArray("items"), page, 1);
        if (withRelated) {
            addItems(data.putArray("related_items"), related.of(page), 0);
        }
        String next = end < found.size() ? new Cursor("position", false, end, end).encoded() : null;
        answer.putObject("additional_data").put("next_cursor", next);
        return Reply.json(200, answer);
    }

    private static void addItems(ArrayNode items, List<ObjectNode> found, int score) {
        found.forEach(item -> items.addObject().put("result_score", score).set("item", item));
    }
}
