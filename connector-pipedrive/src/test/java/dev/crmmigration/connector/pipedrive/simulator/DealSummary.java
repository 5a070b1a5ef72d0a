package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums of deals by currency, by v1. One unit of any currency is worth one of any other. */
final class DealSummary {

    private final Account account;
    private final DealsV1 deals;
    private final DealChoice choice;

    DealSummary(Account account) {
        this.account = account;
        this.deals = new DealsV1(account);
        this.choice = new DealChoice(account);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/deals/summary";
        return List.of(
                new Endpoint("GET", path, 40, request -> summary(request, false)),
                new Endpoint("GET", path + "/archived", 80, request -> summary(request, true)));
    }

    private Reply summary(Request request, boolean archived) {
        Map<String, String> query = request.query();
        Map<String, Long> keys = new HashMap<>();
        DealChoice.addKeys(keys, query, Map.of("pipeline_id", "pipeline_id", "stage_id", "stage_id"));
        if (!query.containsKey("filter_id")) {
            DealChoice.addKeys(keys, query, Map.of("user_id", "owner_id"));
        }
        if (query.containsKey("status")) {
            keys.put("status", Row.key(query.getOrDefault("status", "")));
        }
        List<ObjectNode> found = choice.of(keys, archived, choice.filter(query));
        String currency = account.tokenUser().path("default_currency").asText("EUR");
        Map<String, Sum> values = new TreeMap<>();
        Map<String, Sum> weighted = new TreeMap<>();
        for (ObjectNode deal : found) {
            String own = deal.path("currency").asText("");
            values.merge(own, new Sum(1, deal.path("value").asDouble(0)), Sum::plus);
            weighted.merge(own, new Sum(1, deals.weighted(deal).doubleValue()), Sum::plus);
        }
        ObjectNode summary = Json.object();
        addValues(summary.putObject("values_total"), values, currency, true);
        addValues(summary.putObject("weighted_values_total"), weighted, currency, false);
        summary.put("total_count", found.size());
        addTotal(summary, "total_currency_converted_value", values, currency);
        addTotal(summary, "total_weighted_currency_converted_value", weighted, currency);
        return Replies.data(200, summary);
    }

    private static void addValues(ObjectNode shown, Map<String, Sum> sums, String target, boolean converted) {
        sums.forEach((currency, sum) -> {
            ObjectNode one = shown.putObject(currency);
            one.set("value", Money.rounded(sum.amount()));
            one.put("count", sum.count());
            one.put("value_formatted", Money.formatted(Money.rounded(sum.amount()), currency));
            if (converted) {
                one.set("value_converted", Money.rounded(sum.amount()));
                one.put("value_converted_formatted", Money.formatted(Money.rounded(sum.amount()), target));
            }
        });
    }

    private static void addTotal(ObjectNode summary, String name, Map<String, Sum> sums, String currency) {
        double total = sums.values().stream().mapToDouble(Sum::amount).sum();
        summary.set(name, Money.rounded(total));
        summary.put(name + "_formatted", Money.formatted(Money.rounded(total), currency));
    }

    private record Sum(int count, double amount) {

        Sum plus(Sum other) {
            return new Sum(count + other.count, amount + other.amount);
        }
    }
}
