package dev.crmmigration.api.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an expression as one line that {@link ExpressionParser} reads back. */
final class ExpressionPrinter implements Expression.Visitor<String> {

    private static final ExpressionPrinter PRINTER = new ExpressionPrinter();

    private ExpressionPrinter() {}

    static String print(Expression expression) {
        return expression.accept(PRINTER);
    }

    @Override
    public String field(Expression.Field expression) {
        return expression.path().stream().map(ExpressionPrinter::name).collect(Collectors.joining("."));
    }

    @Override
    public String constant(Expression.Constant expression) {
        Object value = expression.value();
        if (value instanceof BigDecimal number) {
            return decimal(number);
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    /** With a point, even without digits after it, because without one it would be read as a whole number. */
    private static String decimal(BigDecimal number) {
        return number.scale() > 0 ? number.toPlainString() : number.toPlainString() + ".";
    }

    @Override
    public String call(Expression.Call expression) {
        return expression.function() + "(" + list(expression.arguments()) + ")";
    }

    @Override
    public String cases(Expression.Case expression) {
        StringBuilder text = new StringBuilder("case(");
        for (Expression.When branch : expression.branches()) {
            text.append(print(branch.test()))
                    .append(" => ")
                    .append(print(branch.then()))
                    .append(", ");
        }
        return text.append("else => ")
                .append(print(expression.otherwise()))
                .append(')')
                .toString();
    }

    @Override
    public String mapValue(Expression.MapValue expression) {
        return "map(" + quoted(expression.valueMap()) + ", " + print(expression.value()) + ")";
    }

    @Override
    public String link(Expression.Link expression) {
        return "link(" + name(expression.mapping()) + ", " + print(expression.key()) + ")";
    }

    @Override
    public String related(Expression.Related expression) {
        StringBuilder text = new StringBuilder("related(")
                .append(name(expression.object().name()))
                .append(", on: ")
                .append(print(expression.on()))
                .append(", equals: ")
                .append(print(expression.equalTo()));
        if (!expression.where().equals(Expression.always())) {
            text.append(", where: ").append(print(expression.where()));
        }
        text.append(", each: ").append(print(expression.each()));
        text.append(", reduce: ").append(expression.reduce());
        for (Expression order : expression.orderBy()) {
            text.append(", order: ").append(print(order));
        }
        return text.append(')').toString();
    }

    private static String list(List<Expression> expressions) {
        return expressions.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", "));
    }

    private static String name(String text) {
        return ExpressionParser.isPlainName(text) ? text : "`" + text.replace("`", "``") + "`";
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return '"' + escaped.replace("\r", "\\r").replace("\t", "\\t") + '"';
    }
}
