package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of deals that v1 still documents: of a pipeline, of a stage, of a product, archived ones. */
final class DealListsV1 {

    private final Account account;
    private final DealsV1 deals;
    private final DealChoice choice;

    DealListsV1(Account account) {
        this.account = account;
        this.deals = new DealsV1(account);
        this.choice = new DealChoice(account);
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        "GET",
                        Endpoint.V1 + "/pipelines/{id}/deals",
                        20,
                        request -> ofGroup(request, "pipelines", "pipeline_id")),
                new Endpoint(
                        "GET",
                        Endpoint.V1 + "/stages/{id}/deals",
                        20,
                        request -> ofGroup(request, "stages", "stage_id")),
                new Endpoint("GET", Endpoint.V1 + "/products/{id}/deals", 20, this::ofProduct),
                new Endpoint("GET", Endpoint.V1 + "/deals/archived", 40, this::archived));
    }

    /** Without parameters the open deals of the token's user are listed. */
    private Reply ofGroup(Request request, String object, String key) {
        Map<String, String> query = request.query();
        long id = EntityEndpoints.id(request);
        if (account.table(object).find(id) == null) {
            throw ApiException.notFound();
        }
        Map<String, Long> keys = new HashMap<>(Map.of(key, id, "status", Row.key("open")));
        DealChoice.addKeys(keys, query, Map.of("stage_id", "stage_id"));
        boolean isForEveryone = "1".equals(query.get("everyone"));
        boolean isOfFilter = !isForEveryone && !query.containsKey("user_id") && query.containsKey("filter_id");
        if (!isForEveryone && !isOfFilter) {
            boolean isOfOther = query.containsKey("user_id");
            keys.put("owner_id", isOfOther ? DealChoice.number(query, "user_id") : account.tokenUserId());
        }
        List<Row> found = choice.rows(keys, false, isOfFilter ? choice.filter(query) : row -> true);
        return ShortPageV1.of(request, found, row -> deals.flat(row.record()));
    }

    private Reply ofProduct(Request request) {
        long product = EntityEndpoints.id(request);
        if (!account.table("products").hasLive(product)) {
            throw ApiException.notFound();
        }
        String status = request.query().getOrDefault("status", "all_not_deleted");
        Table lines = account.table("dealProducts");
        Map<Long, ObjectNode> found = new LinkedHashMap<>();
        for (long line : lines.withKey("product_id", product).toArray()) {
            Row row = lines.find(line);
            if (row != null) {
                long deal = row.key(lines.keyPosition("deal_id"));
                found.put(deal, account.record("deals", deal));
            }
        }
        found.values().removeIf(deal -> !hasStatus(deal, status));
        return hydrated(request, List.copyOf(found.values()));
    }

    private static boolean hasStatus(ObjectNode deal, String status) {
        boolean isDeleted = deal.path("is_deleted").booleanValue();
        return switch (status) {
            case "deleted" -> isDeleted;
            case "all_not_deleted" -> !isDeleted;
            default -> !isDeleted && deal.path("status").asText("").equals(status);
        };
    }

    private Reply archived(Request request) {
        Map<String, Long> keys = new HashMap<>();
        DealChoice.addKeys(
                keys,
                request.query(),
                Map.of(
                        "user_id", "owner_id",
                        "person_id", "person_id",
                        "org_id", "org_id",
                        "pipeline_id", "pipeline_id",
                        "stage_id", "stage_id"));
        List<ObjectNode> found = choice.of(keys, true, choice.filter(request.query()));
        return hydrated(request, found);
    }

    private Reply hydrated(Request request, List<ObjectNode> found) {
        RelatedObjects related = new RelatedObjects(account);
        return ShortPageV1.of(request, found, related, deal -> {
            deals.addRelated(related, deal);
            return deals.hydrated(deal);
        });
    }
}
