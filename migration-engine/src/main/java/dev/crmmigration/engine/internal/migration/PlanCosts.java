package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.Pricing.Action;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.internal.budget.Forecast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the steps of a plan will take from the account. */
final class PlanCosts {

    private final Pricing pricing;
    private final Instant start;
    private final Map<String, Long> run = new TreeMap<>();
    private final Map<String, Long> verify = new TreeMap<>();
    private final Map<String, Long> rollback = new TreeMap<>();

    PlanCosts(Pricing pricing, Map<ObjectType, Long> owed, Instant start) {
        this.pricing = pricing;
        this.start = start;
        owed.forEach((object, records) -> {
            add(run, pricing.write(object, Action.CREATE, 1), records);
            add(verify, pricing.read(new ScanRequest.All(object), records), 1);
            add(rollback, pricing.write(object, Action.DELETE, 1), records);
        });
    }

    private static void add(Map<String, Long> sums, List<Cost> costs, long times) {
        costs.forEach(cost -> sums.merge(cost.allowance(), cost.units() * times, Long::sum));
    }

    List<Plan.Cost> costs() {
        TreeSet<String> allowances = new TreeSet<>(run.keySet());
        allowances.addAll(verify.keySet());
        allowances.addAll(rollback.keySet());
        return allowances.stream()
                .map(name -> new Plan.Cost(
                        name,
                        run.getOrDefault(name, 0L),
                        verify.getOrDefault(name, 0L),
                        rollback.getOrDefault(name, 0L)))
                .toList();
    }

    Duration shortestRun() {
        return Forecast.atLeast(run, pricing.allowances(), start);
    }
}
