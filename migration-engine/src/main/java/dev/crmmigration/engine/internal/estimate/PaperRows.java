package dev.crmmigration.engine.internal.estimate;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Estimate.Row;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import dev.crmmigration.engine.internal.plan.CompiledPlan.RecordRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** What the rules of a plan make of so many records, as far as that can be said without any of them. */
final class PaperRows {

    private final CompiledPlan plan;
    private final Counts counts;

    PaperRows(CompiledPlan plan, Counts counts) {
        this.plan = plan;
        this.counts = counts;
    }

    List<Row> rows() {
        return plan.rules().stream()
                .filter(rule -> counts.of(rule.from()) > 0
                        || counts.ofMapping(rule.mapping()).isPresent())
                .map(this::row)
                .toList();
    }

    private Row row(RecordRule rule) {
        String from = rule.from().name();
        String to = rule.to().name();
        long all = counts.of(rule.from());
        // A row with several parts shares what was counted for it in a way that nobody knows: the first stands for all.
        if (counts.ofMapping(rule.mapping()).isPresent()) {
            boolean isFirst = plan.rulesOf(rule.mapping()).get(0).equals(rule);
            long given = isFirst ? counts.ofMapping(rule.mapping()).get() : 0;
            return new Row(rule.mapping(), from, to, given, given, "as counted for this row");
        }
        if (rule.part().derivedBy().isPresent()) {
            return new Row(rule.mapping(), from, to, 0, all, "one for each different key");
        }
        boolean isEvery = rule.part().where().equals(Expression.always());
        String why =
                isEvery ? "one for each" : "one for each with " + rule.part().where();
        return new Row(
                rule.mapping(),
                from,
                to,
                isEvery ? all : 0,
                all,
                rule.part().sameAs().isPresent() ? why + "; those that are the same count once" : why);
    }

    static Map<ObjectType, Long> owed(List<Row> rows, ToLongFunction<Row> records) {
        Map<ObjectType, Long> owed = new TreeMap<>();
        rows.forEach(row -> owed.merge(ObjectType.of(row.to()), records.applyAsLong(row), Long::sum));
        owed.values().removeIf(count -> count == 0);
        return owed;
    }
}
