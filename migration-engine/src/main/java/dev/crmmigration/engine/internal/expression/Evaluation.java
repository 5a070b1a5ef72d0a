package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.error.MigrationException;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.engine.internal.value.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Evaluates over one record. Empty is no value. */
final class Evaluation implements Expression.Visitor<Optional<Object>> {

    private final Evaluator evaluator;
    private final CrmRecord record;

    Evaluation(Evaluator evaluator, CrmRecord record) {
        this.evaluator = evaluator;
        this.record = record;
    }

    @Override
    public Optional<Object> field(Expression.Field expression) {
        List<String> path = expression.path();
        Optional<Object> value =
                path.get(0).equals(Expression.ID) ? Optional.of(record.ref().id()) : record.value(path.get(0));
        for (String part : path.subList(1, path.size())) {
            value = value.flatMap(whole -> ValueParts.part(whole, part, expression));
        }
        return value;
    }

    @Override
    public Optional<Object> constant(Expression.Constant expression) {
        return Optional.ofNullable(expression.value());
    }

    @Override
    public Optional<Object> call(Expression.Call expression) {
        MappingFunction function = evaluator.functions.get(expression.function());
        List<@Nullable Object> arguments =
                new ArrayList<>(expression.arguments().size());
        for (Expression argument : expression.arguments()) {
            arguments.add(evaluate(argument).orElse(null));
        }
        try {
            return Optional.ofNullable(function.apply(arguments));
        } catch (MigrationException e) {
            throw e;
        } catch (RuntimeException e) {
            // The message of a partner's function may hold values, so only its kind is passed on.
            throw new MappingFailedException("function '" + function.name() + "' failed with "
                    + e.getClass().getName() + ". Mend the function, or map the field without it");
        }
    }

    @Override
    public Optional<Object> cases(Expression.Case expression) {
        for (Expression.When branch : expression.branches()) {
            if (evaluator.test(branch.test(), record)) {
                return evaluate(branch.then());
            }
        }
        return evaluate(expression.otherwise());
    }

    @Override
    public Optional<Object> mapValue(Expression.MapValue expression) {
        return evaluate(expression.value())
                .flatMap(value -> forEach(
                        value,
                        text -> evaluator
                                .maps
                                .lookup(expression.valueMap(), text)
                                .orElseThrow(() -> new UnmappedValueException(expression.valueMap(), text))));
    }

    @Override
    public Optional<Object> link(Expression.Link expression) {
        return evaluate(expression.key()).flatMap(key -> forEach(key, text -> new Link(expression.mapping(), text)));
    }

    @Override
    public Optional<Object> related(Expression.Related expression) {
        List<String> keys =
                evaluate(expression.equalTo()).map(Evaluation::texts).orElse(List.of());
        return evaluator.answers.get(
                expression, keys, () -> new RelatedEvaluation(evaluator, expression).evaluate(keys));
    }

    private Optional<Object> evaluate(Expression expression) {
        return expression.accept(this);
    }

    /**
     * Applies a function to the text of a value, or to that of each item of a list, leaving out what is blank before or
     * empty after: a value map leaves a value out by giving empty text.
     */
    private static Optional<Object> forEach(Object value, Function<String, Object> function) {
        List<Object> results = texts(value).stream()
                .map(function)
                .filter(result -> !result.equals(""))
                .toList();
        if (results.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(value instanceof List<?> ? results : results.get(0));
    }

    private static List<String> texts(Object value) {
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        return items.stream().map(ValueText::of).filter(text -> !text.isBlank()).toList();
    }
}
