package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Open and won deals by intervals of a date field, by v1. The example of OpenAPI v1 shows one interval; each has that form. */
final class DealTimeline {

    private static final int MAX_INTERVALS = 500;
    private static final Map<String, String> FILTERS = Map.of("user_id", "owner_id", "pipeline_id", "pipeline_id");

    private final DealsV1 deals;
    private final DealChoice choice;

    DealTimeline(Account account) {
        this.deals = new DealsV1(account);
        this.choice = new DealChoice(account);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/deals/timeline";
        return List.of(
                new Endpoint("GET", path, 20, request -> timeline(request, false)),
                new Endpoint("GET", path + "/archived", 40, request -> timeline(request, true)));
    }

    private Reply timeline(Request request, boolean archived) {
        Map<String, String> query = request.query();
        LocalDate start = DateRange.date(query, "start_date");
        String interval = query.getOrDefault("interval", "");
        String field = query.getOrDefault("field_key", "");
        long amount = DealChoice.number(query, "amount");
        if (!interval.matches("day|week|month|quarter") || field.isEmpty() || amount < 1 || amount > MAX_INTERVALS) {
            throw ApiException.badRequest("interval, amount and field_key are required");
        }
        Map<String, Long> keys = new HashMap<>();
        DealChoice.addKeys(keys, query, FILTERS);
        List<ObjectNode> found = choice.of(keys, archived, choice.filter(query));
        found.removeIf(deal -> deal.path("status").asText("").equals("lost"));
        ArrayNode periods = Json.MAPPER.createArrayNode();
        for (int i = 0; i < amount; i++) {
            LocalDate end = next(start, interval);
            periods.add(period(found, field, start, end, "1".equals(query.get("exclude_deals"))));
            start = end;
        }
        return Replies.data(200, amount == 1 ? periods.get(0) : periods);
    }

    private static LocalDate next(LocalDate start, String interval) {
        return switch (interval) {
            case "day" -> start.plusDays(1);
            case "week" -> start.plusWeeks(1);
            case "month" -> start.plusMonths(1);
            default -> start.plusMonths(3);
        };
    }

    private ObjectNode period(List<ObjectNode> all, String field, LocalDate start, LocalDate end, boolean sumsOnly) {
        List<ObjectNode> within =
                all.stream().filter(deal -> isWithin(deal, field, start, end)).toList();
        ObjectNode period = Json.object();
        period.put("period_start", start + " 00:00:00");
        period.put("period_end", end.minusDays(1) + " 23:59:59");
        ArrayNode shown = period.putArray("deals");
        if (!sumsOnly) {
            within.forEach(deal -> shown.add(deals.flat(deal)));
        }
        List<ObjectNode> open = withStatus(within, "open");
        List<ObjectNode> won = withStatus(within, "won");
        ObjectNode totals = period.putObject("totals");
        totals.put("count", within.size());
        addValues(totals.putObject("values"), within, false);
        addValues(totals.putObject("weighted_values"), within, true);
        totals.put("open_count", open.size());
        addValues(totals.putObject("open_values"), open, false);
        addValues(totals.putObject("weighted_open_values"), open, true);
        totals.put("won_count", won.size());
        addValues(totals.putObject("won_values"), won, false);
        return period;
    }

    private static boolean isWithin(ObjectNode deal, String field, LocalDate start, LocalDate end) {
        String own = deal.path(field).asText("");
        LocalDate day = RelativeDate.day(
                own.isEmpty() ? deal.path("custom_fields").path(field).asText("") : own);
        return day != null && !day.isBefore(start) && day.isBefore(end);
    }

    private static List<ObjectNode> withStatus(List<ObjectNode> deals, String status) {
        return deals.stream()
                .filter(deal -> deal.path("status").asText("").equals(status))
                .toList();
    }

    private void addValues(ObjectNode values, List<ObjectNode> of, boolean weighted) {
        for (ObjectNode deal : of) {
            String currency = deal.path("currency").asText("");
            double value = weighted
                    ? deals.weighted(deal).doubleValue()
                    : deal.path("value").asDouble(0);
            values.set(currency, Money.rounded(values.path(currency).asDouble(0) + value));
        }
    }
}
