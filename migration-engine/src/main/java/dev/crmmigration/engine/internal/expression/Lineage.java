package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.record.ObjectType;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Tells which fields of the source an expression reads. */
public final class Lineage {

    private Lineage() {}

    /**
     * Returns the fields, sorted: {@code field} for the record's own, {@code object.field} for those of related records.
     * The id is no field.
     */
    public static Set<String> of(Expression expression) {
        return collect(expression, "");
    }

    /** Returns the fields as {@code object.field}, sorted, for an expression over records of {@code from}. */
    public static Set<String> of(Expression expression, ObjectType from) {
        return collect(expression, from + ".");
    }

    private static Set<String> collect(Expression expression, String prefix) {
        Set<String> fields = new TreeSet<>();
        collect(expression, prefix, fields);
        return Collections.unmodifiableSet(fields);
    }

    private static void collect(Expression expression, String prefix, Set<String> fields) {
        if (expression instanceof Expression.Field field && !field.path().get(0).equals(Expression.ID)) {
            fields.add(prefix + field.path().get(0));
        }
        expression.children().forEach(child -> collect(child, prefix, fields));
        if (expression instanceof Expression.Related related) {
            String other = related.object() + ".";
            ExpressionWalk.overOthers(related).forEach(part -> collect(part, other, fields));
        }
    }
}
