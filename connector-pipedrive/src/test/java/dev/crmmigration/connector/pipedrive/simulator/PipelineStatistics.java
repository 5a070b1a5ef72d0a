package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How the deals of a user have moved through a pipeline, by v1. */
final class PipelineStatistics {

    private final Account account;

    PipelineStatistics(Account account) {
        this.account = account;
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/pipelines/{id}/";
        return List.of(
                new Endpoint("GET", path + "conversion_statistics", 40, this::conversions),
                new Endpoint("GET", path + "movement_statistics", 40, this::movements));
    }

    private List<ObjectNode> deals(Request request) {
        long pipeline = EntityEndpoints.id(request);
        if (account.table("pipelines").find(pipeline) == null) {
            throw ApiException.notFound();
        }
        boolean isOfOther = request.query().containsKey("user_id");
        long user = isOfOther ? DealChoice.number(request.query(), "user_id") : account.tokenUserId();
        return new DealChoice(account).of(Map.of("pipeline_id", pipeline, "owner_id", user), false, row -> true);
    }

    /** Returns the stages of the pipeline in their order. */
    private List<Long> stages(long pipeline) {
        Table stages = account.table("stages");
        List<Long> ordered = new ArrayList<>();
        for (long id : stages.withKey("pipeline_id", pipeline).toArray()) {
            ordered.add(id);
        }
        ordered.sort((one, other) -> Long.compare(order(one), order(other)));
        return ordered;
    }

    private long order(long stage) {
        return account.record("stages", stage).path("order_nr").longValue();
    }

    /** A deal has passed all stages before its own. */
    private Reply conversions(Request request) {
        DateRange range = DateRange.of(request.query());
        List<ObjectNode> deals = deals(request);
        deals.removeIf(deal -> !range.contains(deal.path("add_time").textValue()));
        List<Long> stages = stages(EntityEndpoints.id(request));
        ObjectNode shown = Json.object();
        ArrayNode conversions = shown.putArray("stage_conversions");
        for (int i = 0; i + 1 < stages.size(); i++) {
            int from = i;
            long entered = deals.stream()
                    .filter(deal -> position(stages, deal) >= from)
                    .count();
            long passed =
                    deals.stream().filter(deal -> position(stages, deal) > from).count();
            ObjectNode conversion = conversions.addObject();
            conversion.put("from_stage_id", stages.get(i)).put("to_stage_id", stages.get(i + 1));
            conversion.put("conversion_rate", rate(passed, entered));
        }
        shown.put("won_conversion", rate(count(deals, "won"), deals.size()));
        shown.put("lost_conversion", rate(count(deals, "lost"), deals.size()));
        return Replies.data(200, shown);
    }

    private static int position(List<Long> stages, ObjectNode deal) {
        return stages.indexOf(deal.path("stage_id").longValue());
    }

    private static long count(List<ObjectNode> deals, String status) {
        return deals.stream()
                .filter(deal -> deal.path("status").asText("").equals(status))
                .count();
    }

    private static long rate(long part, long whole) {
        return whole == 0 ? 0 : Math.round(100.0 * part / whole);
    }

    private Reply movements(Request request) {
        DateRange range = DateRange.of(request.query());
        List<ObjectNode> deals = deals(request);
        ObjectNode shown = Json.object();
        long moved = deals.stream()
                .filter(deal -> range.contains(deal.path("stage_change_time").textValue())
                        && !deal.path("stage_change_time").equals(deal.path("add_time")))
                .count();
        shown.putObject("movements_between_stages").put("count", moved);
        add(
                shown,
                "new_deals",
                deals,
                deal -> range.contains(deal.path("add_time").textValue()));
        add(
                shown,
                "deals_left_open",
                deals,
                deal -> deal.path("status").asText("").equals("open"));
        add(
                shown,
                "won_deals",
                deals,
                deal -> range.contains(deal.path("won_time").textValue()));
        add(
                shown,
                "lost_deals",
                deals,
                deal -> range.contains(deal.path("lost_time").textValue()));
        ObjectNode age = shown.putObject("average_age_in_days");
        age.put("across_all_stages", age(deals));
        ArrayNode byStages = age.putArray("by_stages");
        for (long stage : stages(EntityEndpoints.id(request))) {
            List<ObjectNode> within = deals.stream()
                    .filter(deal -> deal.path("stage_id").longValue() == stage)
                    .toList();
            byStages.addObject().put("stage_id", stage).put("value", age(within));
        }
        return Replies.data(200, shown);
    }

    private static void add(ObjectNode shown, String name, List<ObjectNode> deals, Predicate<ObjectNode> test) {
        List<ObjectNode> chosen = deals.stream().filter(test).toList();
        ObjectNode group = shown.putObject(name);
        group.put("count", chosen.size());
        ArrayNode ids = group.putArray("deals_ids");
        ObjectNode values = group.putObject("values");
        for (ObjectNode deal : chosen) {
            ids.add(deal.path("id").longValue());
            String currency = deal.path("currency").asText("");
            double sum = values.path(currency).asDouble(0) + deal.path("value").asDouble(0);
            // The document declares whole numbers.
            values.put(currency, Math.round(sum));
        }
        ObjectNode formatted = group.putObject("formatted_values");
        values.properties()
                .forEach(value -> formatted.put(value.getKey(), Money.formatted(value.getValue(), value.getKey())));
    }

    private long age(List<ObjectNode> deals) {
        double average = deals.stream()
                .mapToLong(deal -> Duration.between(
                                Instant.parse(deal.path("add_time").asText()),
                                account.clock().now())
                        .toDays())
                .average()
                .orElse(0);
        return Math.round(average);
    }
}
