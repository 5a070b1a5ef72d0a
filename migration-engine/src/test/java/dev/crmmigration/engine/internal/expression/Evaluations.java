package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.internal.value.ValueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates text over records that are all in memory. */
final class Evaluations {

    private final List<CrmRecord> others;
    private final Evaluator evaluator;

    private Evaluations(List<CrmRecord> others, Map<String, Map<String, String>> maps) {
        this.others = others;
        this.evaluator = new Evaluator(FunctionRegistry.standard(), lookup(maps), this::find);
    }

    static Evaluations among(CrmRecord... others) {
        return new Evaluations(Arrays.asList(others), Map.of());
    }

    static Evaluations with(String map, Map<String, String> entries) {
        return new Evaluations(List.of(), Map.of(map, entries));
    }

    @Nullable
    Object evaluate(String expression, CrmRecord record) {
        return evaluator.evaluate(Expression.parse(expression), record);
    }

    boolean test(String expression, CrmRecord record) {
        return evaluator.test(Expression.parse(expression), record);
    }

    private static ValueMaps lookup(Map<String, Map<String, String>> maps) {
        return (map, value) -> maps.getOrDefault(map, Map.of()).entrySet().stream()
                .filter(entry -> ValueMaps.normal(entry.getKey()).equals(ValueMaps.normal(value)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** In an order that no test may rely on. */
    private List<CrmRecord> find(Expression.Related related, String key) {
        List<CrmRecord> found = new ArrayList<>();
        for (CrmRecord other : others) {
            boolean isOfObject = other.ref().type().equals(related.object());
            if (isOfObject && Optional.of(key).equals(text(related.on(), other))) {
                found.add(other);
            }
        }
        Collections.reverse(found);
        return found;
    }

    private Optional<String> text(Expression expression, CrmRecord record) {
        return Optional.ofNullable(evaluator.evaluate(expression, record)).map(ValueText::of);
    }
}
