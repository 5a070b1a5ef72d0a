package dev.crmmigration.engine.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.record.ObjectType;
import org.junit.jupiter.api.Test;

class LineageTest {

    private static final Expression ALL_KINDS =
            Expression.parse("case(eq(a, 1) => map(\"m\", b.currency), present($id) =>"
                    + " link(Row, `c d`), else => related(sale, on: e, equals: f, where: eq(g, $id), each: related(item, on: h,"
                    + " equals: i, each: j), order: k, order: l))");

    @Test
    void givesTheFieldsOfTheRecordAndOfItsRelations() {
        assertThat(Lineage.of(ALL_KINDS))
                .containsExactly(
                        "a", "b", "c d", "f", "item.h", "item.j", "sale.e", "sale.g", "sale.i", "sale.k", "sale.l");
    }

    @Test
    void namesTheObjectOfEveryField_whenItIsTold() {
        assertThat(Lineage.of(
                        Expression.parse("concat(a, related(sale, on: e, equals: $id))"), ObjectType.of("contact")))
                .containsExactly("contact.a", "sale.e");
    }

    @Test
    void givesNothing_whenAnExpressionReadsNoField() {
        assertThat(Lineage.of(Expression.parse("concat($id, \"x\")"))).isEmpty();
    }
}
