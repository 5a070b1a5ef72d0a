package dev.crmmigration.engine.internal.estimate;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.Tariff;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.engine.Estimate;
import dev.crmmigration.engine.Estimate.Budget;
import dev.crmmigration.engine.Estimate.Row;
import dev.crmmigration.engine.Grade;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.Rates;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.budget.Forecast;
import dev.crmmigration.engine.internal.plan.Grading;
import dev.crmmigration.engine.internal.plan.PlanFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Estimates a migration of which only the platforms and some counts are known, with what a plan is forecast with. */
public final class Estimation {

    /** A day that begins at midnight, so that the same question has the same answer at any time. */
    private static final Instant MIDNIGHT = Instant.EPOCH;

    private final Source source;
    private final Destination destination;
    private final Settings settings;
    private final PlanFile.Pair pair;
    private final SourceOutline outline;
    private final Counts counts;

    /**
     * What is asked.
     *
     * @param settings of the destination, as far as they decide about limits
     */
    public record Question(
            Source source,
            Destination destination,
            Settings settings,
            List<ObjectMapping> mappings,
            Map<String, String> policies,
            Map<String, Long> counts) {}

    public Estimation(Question question) {
        this.source = question.source();
        this.destination = question.destination();
        this.settings = completed(question.settings(), destination);
        this.pair = new PlanFile.Pair(
                source.platform(),
                destination.platform(),
                question.mappings(),
                destination.choices(),
                question.policies());
        this.outline = source.outline();
        this.counts = Counts.of(question.counts(), outline, question.mappings());
    }

    /** What leads into the account may be missing. */
    private static Settings completed(Settings given, Destination destination) {
        List<Setting> known = destination.settings().stream()
                .map(setting ->
                        new Setting(setting.name(), setting.meaning(), false, setting.secret(), setting.defaultValue()))
                .toList();
        return given.checked(destination.platform(), known);
    }

    /**
     * Estimates.
     *
     * @throws ConfigurationException if a setting or a count is wrong, or the destination has no tariff
     */
    public Estimate estimate(Optional<Rates> rates) {
        Tariff tariff = tariff(settings);
        PlanFile plan = PlanFile.onPaper(pair, counts.catalog(source.platform()), tariff.account(), counts::of);
        List<Row> rows = new PaperRows(plan.compiled(), counts).rows();
        PlanCosts most = costs(plan, rows, tariff, true);
        Duration fastest = costs(plan, rows, tariff, false).shortestRunAndVerification(MIDNIGHT);
        Duration slowest = most.shortestRunAndVerification(MIDNIGHT);
        List<Budget> budgets = budgets(most.costs(), tariff.pricing().allowances());
        Duration rollback = rollback(most.costs(), tariff.pricing().allowances());
        Estimate estimate = new Estimate(
                StepResult.COMPLETE,
                source.platform(),
                destination.platform(),
                counts.byName(),
                counts.total(),
                rows,
                plan.schema().size(),
                budgets,
                fastest,
                slowest,
                rollback,
                new Reach(destination, settings, seats -> neededWith(plan, rows, seats))
                        .of(source.usualTime(destination.platform()), budgets, slowest.plus(rollback)),
                exports(),
                grade(plan, rows, tariff, slowest),
                outline.gaps(),
                notes(rows),
                Optional.empty());
        return rates.map(table -> table.priced(estimate)).orElse(estimate);
    }

    private Tariff tariff(Settings of) {
        return destination
                .tariff(of)
                .orElseThrow(() -> new ConfigurationException("the destination '" + destination.platform()
                        + "' says what it allows only when its account is asked. Call plan, which does"));
    }

    private Duration neededWith(PlanFile plan, List<Row> rows, Settings other) {
        Tariff tariff = tariff(other);
        PlanCosts costs = costs(plan, rows, tariff, true);
        return costs.shortestRunAndVerification(MIDNIGHT)
                .plus(rollback(costs.costs(), tariff.pricing().allowances()));
    }

    /** What hangs on parents is read by parent: there are at most as many as there are children. */
    private static PlanCosts costs(PlanFile plan, List<Row> rows, Tariff tariff, boolean most) {
        var owed = PaperRows.owed(rows, most ? Row::most : Row::least);
        return new PlanCosts(
                tariff.pricing(), tariff.account(), owed, object -> owed.getOrDefault(object, 0L), plan.compiled());
    }

    private static Duration rollback(List<Plan.Cost> costs, List<Allowance> allowances) {
        Map<String, Long> units = new TreeMap<>();
        costs.forEach(cost -> units.put(cost.allowance(), cost.rollback()));
        return Forecast.atLeast(units, allowances, MIDNIGHT);
    }

    private static List<Budget> budgets(List<Plan.Cost> costs, List<Allowance> allowances) {
        List<Budget> budgets = new ArrayList<>();
        for (Plan.Cost cost : costs) {
            Optional<Allowance> allowance = allowances.stream()
                    .filter(one -> one.name().equals(cost.allowance()))
                    .findFirst();
            long perDay =
                    allowance.filter(Allowance::daily).map(Allowance::units).orElse(0L);
            budgets.add(new Budget(
                    cost.allowance(),
                    allowance.map(Allowance::units).orElse(0L),
                    allowance.map(Allowance::window).orElse(Duration.ZERO),
                    cost.prepare(),
                    cost.run(),
                    cost.verify(),
                    cost.rollback(),
                    days(cost.run() + cost.verify(), perDay),
                    days(cost.rollback(), perDay)));
        }
        return budgets;
    }

    private static long days(long units, long perDay) {
        return perDay == 0 ? 0 : (units + perDay - 1) / perDay;
    }

    private List<Estimate.Export> exports() {
        return outline.exports().stream()
                .filter(screen -> screen.required() || counts.of(screen.object()) > 0)
                .map(screen -> new Estimate.Export(
                        screen.object().name(),
                        screen.file(),
                        screen.screen(),
                        counts.of(screen.object()),
                        screen.filesFor(counts.of(screen.object())),
                        screen.required()))
                .toList();
    }

    private Grade grade(PlanFile plan, List<Row> rows, Tariff tariff, Duration earliest) {
        Map<String, Long> effects = new TreeMap<>();
        rows.forEach(row -> effects.merge(row.mapping(), row.most(), Long::sum));
        List<ObjectDescription> written = tariff.account().objects().stream()
                .filter(object -> plan.compiled().written().contains(object.type()))
                .toList();
        return new Grading(
                        plan.mappings(name -> effects.getOrDefault(name, 0L), name -> 0L),
                        written,
                        new Grading.Facts(
                                plan.openChoices().size(),
                                0,
                                plan.schema().size(),
                                outline.gaps().size(),
                                earliest))
                .grade();
    }

    private List<String> notes(List<Row> rows) {
        List<String> notes = new ArrayList<>();
        if (counts.total() > Estimate.MOST_RECORDS) {
            notes.add(
                    "more than 2,000,000 records: this needs a plan of its own, so these figures are no promise, and no"
                            + " price is named");
        }
        counts.objects().forEach((object, count) -> {
            if (count > 0 && rows.stream().noneMatch(row -> row.from().equals(object.name()))) {
                notes.add("no record of its own is made of " + object
                        + ": they add to other records, stay behind, or are not known under that name");
            }
        });
        notes.add(
                "custom fields, pick-list values, files and duplicates are known only when the data are read: extract and"
                        + " plan give the same figures for them");
        return notes;
    }
}
