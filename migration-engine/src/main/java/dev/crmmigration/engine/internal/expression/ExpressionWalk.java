package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.mapping.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Visits an expression and all that it is made of, including what it says about other records. */
final class ExpressionWalk {

    private ExpressionWalk() {}

    static void walk(Expression expression, Consumer<Expression> visit) {
        visit.accept(expression);
        expression.children().forEach(child -> walk(child, visit));
        if (expression instanceof Expression.Related related) {
            overOthers(related).forEach(part -> walk(part, visit));
        }
    }

    static Set<String> functions(Collection<? extends Expression> expressions) {
        Set<String> names = new TreeSet<>();
        for (Expression root : expressions) {
            walk(root, part -> {
                if (part instanceof Expression.Call call) {
                    names.add(call.function());
                }
            });
        }
        return names;
    }

    /** Returns the parts that are evaluated over the other records. */
    static List<Expression> overOthers(Expression.Related related) {
        List<Expression> parts = new ArrayList<>(List.of(related.on(), related.where(), related.each()));
        parts.addAll(related.orderBy());
        return parts;
    }
}
