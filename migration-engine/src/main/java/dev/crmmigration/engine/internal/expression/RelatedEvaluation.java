package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.value.ValueOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes something from the records that another one is related to: finds, filters, orders, takes, reduces. */
final class RelatedEvaluation {

    private final Evaluator evaluator;
    private final Expression.Related related;

    RelatedEvaluation(Evaluator evaluator, Expression.Related related) {
        this.evaluator = evaluator;
        this.related = related;
    }

    Optional<Object> evaluate(List<String> keys) {
        Reducer reducer = Reducer.named(related.reduce());
        List<Object> taken = new ArrayList<>();
        for (CrmRecord other : ordered(counting(keys))) {
            evaluator.optional(related.each(), other).ifPresent(taken::add);
        }
        return Optional.ofNullable(reducer.reduce(taken));
    }

    private List<CrmRecord> counting(List<String> keys) {
        return found(keys).stream()
                .filter(other -> evaluator.test(related.where(), other))
                .toList();
    }

    /** Several keys may lead to one record; it counts once. */
    private Collection<CrmRecord> found(List<String> keys) {
        if (keys.size() == 1) {
            return evaluator.related.find(related, keys.get(0));
        }
        Map<RecordRef, CrmRecord> found = new LinkedHashMap<>();
        for (String key : keys) {
            evaluator.related.find(related, key).forEach(other -> found.put(other.ref(), other));
        }
        return found.values();
    }

    private List<CrmRecord> ordered(List<CrmRecord> records) {
        return records.size() < 2
                ? records
                : records.stream()
                        .map(this::position)
                        .sorted()
                        .map(Position::record)
                        .toList();
    }

    private Position position(CrmRecord other) {
        List<@Nullable Object> values = new ArrayList<>(related.orderBy().size());
        for (Expression expression : related.orderBy()) {
            values.add(evaluator.evaluate(expression, other));
        }
        return new Position(values, other);
    }

    private record Position(List<@Nullable Object> values, CrmRecord record) implements Comparable<Position> {

        @Override
        public int compareTo(Position other) {
            for (int index = 0; index < values.size(); index++) {
                int order = ValueOrder.compareAny(values.get(index), other.values.get(index));
                if (order != 0) {
                    return order;
                }
            }
            return ValueOrder.compareIds(record.ref().id(), other.record.ref().id());
        }
    }
}
