package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Search and lookup. Both see a change only after the lag of the account. */
final class Search {

    private final Account account;
    private final Collection<MainRecords> objects;

    Search(Account account, Collection<MainRecords> objects) {
        this.account = account;
        this.objects = objects;
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(Endpoint.get("/api/search", this::search));
        endpoints.add(Endpoint.get("/api/lookup", this::lookup));
        objects.forEach(records -> endpoints.add(Endpoint.post(
                "/api/filtered_search/" + records.object().envelope(), request -> filtered(request, records))));
        return endpoints;
    }

    /** Searches names, addresses and numbers for a text; the answer is a bare list. */
    private Reply search(Request request) {
        String text = request.query().getOrDefault("q", "").strip().toLowerCase(Locale.ROOT);
        List<String> words = List.of(request.query().getOrDefault("include", "").split(",", -1));
        int perPage = Math.min(100, Bodies.number(request, "per_page", 25));
        ArrayNode hits = Json.MAPPER.createArrayNode();
        for (MainRecords records : objects) {
            if (!text.isEmpty() && words.contains(records.object().envelope())) {
                visible(records, null)
                        .filter(record -> texts(record).contains(text))
                        .forEach(record -> hits.add(hit(records, record)));
            }
        }
        if (!text.isEmpty() && words.contains("user")) {
            account.table("users").allLive().stream()
                    .filter(user -> user.toString().toLowerCase(Locale.ROOT).contains(text))
                    .forEach(user -> hits.add(userHit(user)));
        }
        while (hits.size() > perPage) {
            hits.remove(hits.size() - 1);
        }
        return Reply.json(200, hits);
    }

    private Stream<ObjectNode> visible(MainRecords records, @Nullable String key) {
        return records.table().searched(key, account.now()).stream().filter(records::isVisible);
    }

    private static String texts(ObjectNode record) {
        List<String> texts = new ArrayList<>();
        for (String member : List.of("first_name", "last_name", "name", "mobile_number", "work_number", "phone")) {
            if (record.hasNonNull(member)) {
                texts.add(record.path(member).asText());
            }
        }
        for (JsonNode email : record.path("emails")) {
            texts.add(email.path("value").asText());
        }
        return String.join(" ", texts).toLowerCase(Locale.ROOT);
    }

    private static ObjectNode hit(MainRecords records, ObjectNode record) {
        ObjectNode shown = records.shown(record);
        ObjectNode hit = Json.object().put("id", record.path("id").asText());
        hit.put("type", records.object().envelope());
        hit.set("name", shown.has("display_name") ? shown.get("display_name") : shown.get("name"));
        hit.set("email", shown.get("email"));
        hit.set("owner_id", shown.get("owner_id"));
        return hit;
    }

    private static ObjectNode userHit(ObjectNode user) {
        ObjectNode hit = Json.object().put("id", user.path("id").asText()).put("type", "user");
        hit.set("name", user.get("display_name"));
        hit.set("email", user.get("email"));
        return hit;
    }

    /** Finds records by one value of one field; the answer nests each list in an object of its own. */
    private Reply lookup(Request request) {
        String value = request.query().getOrDefault("q", "");
        String field = request.query().getOrDefault("f", "");
        List<String> entities =
                List.of(request.query().getOrDefault("entities", "").split(",", -1));
        if (value.isBlank() || field.isBlank()) {
            throw ApiException.invalid("Invalid or missing attributes");
        }
        ObjectNode body = Json.object();
        for (MainRecords records : objects) {
            if (entities.contains(records.object().envelope())) {
                ArrayNode found = body.putObject(records.object().plural())
                        .putArray(records.object().plural());
                visible(records, Keys.of(field.equals("email") ? "emails" : field, value))
                        .map(records::shown)
                        .forEach(found::add);
            }
        }
        return Reply.json(200, body);
    }

    private Reply filtered(Request request, MainRecords records) {
        JsonNode rules = Bodies.object(request).path("filter_rule");
        if (!rules.isArray() || rules.isEmpty()) {
            throw ApiException.invalid("Invalid filter rule");
        }
        List<FilterRule> parsed = new ArrayList<>();
        rules.forEach(rule -> parsed.add(
                FilterRule.of(rule, records.fields(), account.settings().zone())));
        String key = parsed.stream()
                .map(FilterRule::key)
                .filter(any -> !any.isEmpty())
                .findFirst()
                .orElse(null);
        List<ObjectNode> found = visible(records, key)
                .filter(record -> parsed.stream().allMatch(rule -> rule.accepts(record)))
                .toList();
        return Reply.json(200, Paging.of(request).page(records.object().plural(), found, records::shown, true));
    }
}
