package dev.crmmigration.engine.internal.estimate;

import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.Pricing.Action;
import dev.crmmigration.api.destination.Pricing.Chore;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.internal.budget.Forecast;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import dev.crmmigration.engine.internal.plan.ExistingSchema;
import dev.crmmigration.engine.internal.plan.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** What the steps of a plan will take from the account, everything included that the account's own records do not add. */
public final class PlanCosts {

    private final Pricing pricing;
    private final Catalog account;
    private final boolean closesByReading;
    private final Map<String, Long> prepare = new TreeMap<>();
    private final Map<String, Long> run = new TreeMap<>();
    private final Map<String, Long> verify = new TreeMap<>();
    private final Map<String, Long> rollback = new TreeMap<>();
    private final List<Plan.Creation> creations = new ArrayList<>();

    /** @param parents counts the distinct parents of an object that can only be read by parent */
    public PlanCosts(
            Pricing pricing,
            Catalog account,
            Map<ObjectType, Long> owed,
            ToLongFunction<ObjectType> parents,
            CompiledPlan plan) {
        this.pricing = pricing;
        this.account = account;
        this.closesByReading = plan.answer(Policies.PHASE_GATE).equals(Policies.STRICT);
        for (Map<String, Long> step : List.of(prepare, run, verify, rollback)) {
            add(step, pricing.opening(), 1);
            add(step, pricing.chore(Chore.CATALOG), 1);
        }
        add(prepare, pricing.chore(Chore.PREFLIGHT), 1);
        add(prepare, pricing.probing(), 1);
        add(prepare, pricing.chore(Chore.SCHEMA_KEYS), 1);
        add(rollback, pricing.chore(Chore.SCHEMA_KEYS), 1);
        plan.schema().stream()
                .filter(element -> !ExistingSchema.has(account, element))
                .forEach(element -> add(prepare, pricing.schema(element), 1));
        owed.forEach((object, records) -> {
            creates(object, plan.files().contains(object) ? Action.ATTACH : Action.CREATE, records);
            object(object, records, parents.applyAsLong(object));
        });
    }

    /** What is created in batches is priced in full ones, and one for the rest. */
    private void creates(ObjectType object, Action action, long records) {
        int batch = account.object(object)
                .map(known -> known.traits().maxCreateBatch())
                .orElse(1);
        Map<String, Long> takes = new TreeMap<>();
        add(takes, pricing.write(object, action, batch), records / batch);
        int rest = Math.toIntExact(records % batch);
        if (rest > 0) {
            add(takes, pricing.write(object, action, rest), 1);
        }
        takes.forEach((allowance, units) -> run.merge(allowance, units, Long::sum));
        creations.add(new Plan.Creation(object.name(), records, batch, takes, pricing.way(object, records)));
    }

    private void object(ObjectType object, long records, long parents) {
        add(rollback, pricing.write(object, Action.DELETE, 1), records);
        ReadBack way = account.object(object)
                .map(ObjectDescription::traits)
                .map(traits -> traits.readBack())
                .orElse(ReadBack.NONE);
        switch (way) {
            case PAGES -> pages(object, records);
            case BY_IDS -> add(verify, pricing.read(new ScanRequest.ByIds(object, ids(records)), records), 1);
            case BY_PARENT -> add(verify, pricing.read(new ScanRequest.OfParents(object, refs(parents)), records), 1);
            case NONE -> {}
        }
    }

    private void pages(ObjectType object, long records) {
        ScanRequest all = new ScanRequest.All(object);
        add(prepare, pricing.read(all, 0), 1);
        add(run, pricing.read(all, records), closesByReading ? 1 : 0);
        add(verify, pricing.read(all, records), 1);
        add(rollback, pricing.read(all, records), 1);
        // What is left is looked at once more for what uses the schema, and once more for the proof
        add(rollback, pricing.read(all, 0), 2);
    }

    private static List<String> ids(long count) {
        return Collections.nCopies(Math.toIntExact(count), "0");
    }

    private static List<RecordRef> refs(long count) {
        return Collections.nCopies(Math.toIntExact(count), RecordRef.of("parent", "0"));
    }

    private static void add(Map<String, Long> sums, List<Cost> costs, long times) {
        costs.forEach(cost -> sums.merge(cost.allowance(), cost.units() * times, Long::sum));
    }

    public List<Plan.Cost> costs() {
        TreeSet<String> allowances = new TreeSet<>();
        List.of(prepare, run, verify, rollback).forEach(step -> allowances.addAll(step.keySet()));
        return allowances.stream()
                .map(name -> new Plan.Cost(
                        name,
                        prepare.getOrDefault(name, 0L),
                        run.getOrDefault(name, 0L),
                        verify.getOrDefault(name, 0L),
                        rollback.getOrDefault(name, 0L)))
                .toList();
    }

    public List<Plan.Creation> creations() {
        return creations;
    }

    /** Returns the least time that the budget allows for the run and the verification after it. */
    public Duration shortestRunAndVerification(Instant start) {
        Map<String, Long> both = new TreeMap<>(run);
        verify.forEach((allowance, units) -> both.merge(allowance, units, Long::sum));
        return Forecast.atLeast(both, pricing.allowances(), start);
    }

    public Duration shortestRun(Instant start) {
        return Forecast.atLeast(run, pricing.allowances(), start);
    }
}
