package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.engine.internal.expression.function.StandardFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with an expression before it meets a record. */
final class ExpressionCheck {

    private final Function<String, @Nullable MappingFunction> functions;

    ExpressionCheck(Function<String, @Nullable MappingFunction> functions) {
        this.functions = functions;
    }

    static String unknownFunction(String name) {
        return "there is no function '" + name + "'. Correct its name, or bring it with a mapping";
    }

    List<String> problems(Expression expression) {
        List<String> problems = new ArrayList<>();
        ExpressionWalk.walk(expression, part -> {
            if (part instanceof Expression.Call call) {
                check(call, problems);
            } else if (part instanceof Expression.Related related && !Reducer.ALL.containsKey(related.reduce())) {
                problems.add(Reducer.unknown(related.reduce()));
            }
        });
        return problems;
    }

    private void check(Expression.Call call, List<String> problems) {
        MappingFunction function = functions.apply(call.function());
        if (function == null) {
            problems.add(unknownFunction(call.function()));
        } else if (function instanceof StandardFunction standard) {
            standard.checkCount(call.arguments().size()).ifPresent(problems::add);
        }
    }
}
