package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.record.CrmRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions over records. {@code case} evaluates only the branch that it takes; functions get all their
 * arguments evaluated. Thread-safe if what it is given is.
 */
public final class Evaluator {

    final FunctionRegistry functions;
    final ValueMaps maps;
    final RelatedRecords related;
    final RelatedCache answers = new RelatedCache();

    public Evaluator(FunctionRegistry functions, ValueMaps maps, RelatedRecords related) {
        this.functions = functions;
        this.maps = maps;
        this.related = related;
    }

    /**
     * Returns what the expression gives for the record, or {@code null} for no value.
     *
     * @throws MappingFailedException if a value in it makes no sense where it stands
     * @throws UnmappedValueException if a value map lacks a value
     */
    public @Nullable Object evaluate(Expression expression, CrmRecord record) {
        return optional(expression, record).orElse(null);
    }

    /** Tells whether the expression gives {@code true}; no value and all other values count as false. */
    public boolean test(Expression expression, CrmRecord record) {
        return optional(expression, record).filter(Boolean.TRUE::equals).isPresent();
    }

    Optional<Object> optional(Expression expression, CrmRecord record) {
        return expression.accept(new Evaluation(this, record));
    }
}
