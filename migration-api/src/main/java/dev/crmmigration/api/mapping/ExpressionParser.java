package dev.crmmigration.api.mapping;

import dev.crmmigration.api.record.ObjectType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an expression from one line of text, by recursive descent. */
final class ExpressionParser {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "else");
    private static final Set<String> REDUCERS = Set.of("first", "last", "count", "sum", "list", "any");

    private final String text;
    private int at;

    ExpressionParser(String text) {
        this.text = text;
    }

    static boolean isPlainName(String name) {
        return PLAIN.matcher(name).matches() && !WORDS.contains(name);
    }

    Expression parse() {
        Expression expression = expression();
        skipSpace();
        if (at < text.length()) {
            throw problem("there is more after the end of the expression");
        }
        return expression;
    }

    private Expression expression() {
        skipSpace();
        if (at >= text.length()) {
            throw problem("an expression is missing");
        }
        char first = text.charAt(at);
        if (first == '"') {
            return new Expression.Constant(string());
        }
        if (first == '-' || Character.isDigit(first)) {
            return new Expression.Constant(number());
        }
        boolean quoted = first == '`';
        int start = at;
        String name = name();
        if (!quoted && WORDS.contains(name)) {
            return word(name, start);
        }
        skipSpace();
        if (!quoted && at < text.length() && text.charAt(at) == '(') {
            at++;
            return call(name);
        }
        return field(name);
    }

    private static Expression word(String name, int start) {
        return switch (name) {
            case "true" -> new Expression.Constant(true);
            case "false" -> new Expression.Constant(false);
            case "null" -> new Expression.Constant(null);
            default -> throw new ExpressionSyntaxException("'" + name + "' cannot stand here", start);
        };
    }

    private Expression field(String first) {
        List<String> path = new ArrayList<>(List.of(first));
        while (at < text.length() && text.charAt(at) == '.') {
            at++;
            path.add(name());
        }
        return new Expression.Field(path);
    }

    private Expression call(String function) {
        return switch (function) {
            case "case" -> cases();
            case "map" -> mapValue();
            case "link" -> link();
            case "related" -> related();
            default -> new Expression.Call(function, arguments());
        };
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        if (taken(")")) {
            return arguments;
        }
        do {
            arguments.add(expression());
        } while (taken(","));
        expect(")");
        return arguments;
    }

    private Expression cases() {
        List<Expression.When> branches = new ArrayList<>();
        while (!taken("else")) {
            Expression test = expression();
            expect("=>");
            branches.add(new Expression.When(test, expression()));
            expect(",");
        }
        expect("=>");
        Expression otherwise = expression();
        expect(")");
        return new Expression.Case(branches, otherwise);
    }

    private Expression mapValue() {
        skipSpace();
        String valueMap = string();
        expect(",");
        Expression value = expression();
        expect(")");
        return new Expression.MapValue(valueMap, value);
    }

    private Expression link() {
        skipSpace();
        String mapping = name();
        expect(",");
        Expression key = expression();
        expect(")");
        return new Expression.Link(mapping, key);
    }

    private Expression related() {
        skipSpace();
        ObjectType object = object();
        Expression on = null;
        Expression equalTo = null;
        Expression where = Expression.always();
        Expression each = Expression.field(Expression.ID);
        String reduce = "first";
        List<Expression> orderBy = new ArrayList<>();
        Set<String> given = new HashSet<>();
        while (taken(",")) {
            skipSpace();
            int start = at;
            String part = name();
            if (!given.add(part) && !part.equals("order")) {
                throw new ExpressionSyntaxException("'" + part + "' is there twice", start);
            }
            expect(":");
            switch (part) {
                case "on" -> on = expression();
                case "equals" -> equalTo = expression();
                case "where" -> where = expression();
                case "each" -> each = expression();
                case "reduce" -> reduce = reducer();
                case "order" -> orderBy.add(expression());
                default ->
                    throw new ExpressionSyntaxException(
                            "'" + part + "' is not one of on, equals, where, each, reduce, order", start);
            }
        }
        expect(")");
        return new Expression.Related(
                object, required(on, "on"), required(equalTo, "equals"), where, each, reduce, orderBy);
    }

    private ObjectType object() {
        int start = at;
        String name = name();
        if (name.isBlank()) {
            throw new ExpressionSyntaxException("the name of an object is missing", start);
        }
        return ObjectType.of(name);
    }

    private Expression required(@Nullable Expression part, String name) {
        if (part == null) {
            throw problem("related needs '" + name + ":'");
        }
        return part;
    }

    private String reducer() {
        skipSpace();
        int start = at;
        String reducer = name();
        if (!REDUCERS.contains(reducer)) {
            throw new ExpressionSyntaxException("'" + reducer + "' is not one of " + REDUCERS, start);
        }
        return reducer;
    }

    private String name() {
        skipSpace();
        int start = at;
        if (at < text.length() && text.charAt(at) == '`') {
            return delimited('`');
        }
        while (at < text.length() && isPartOfName(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (name.isEmpty()) {
            throw new ExpressionSyntaxException("a name is missing", start);
        }
        if (!PLAIN.matcher(name).matches()) {
            throw new ExpressionSyntaxException("'" + name + "' is a name that needs backticks around it", start);
        }
        return name;
    }

    private static boolean isPartOfName(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '$';
    }

    private Object number() {
        int start = at++;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(start, at);
        try {
            return digits.indexOf('.') < 0 ? (Object) Long.valueOf(digits) : new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new ExpressionSyntaxException("'" + digits + "' is not a number", start);
        }
    }

    private String string() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw problem("text in double quotes is missing");
        }
        return delimited('"');
    }

    private String delimited(char mark) {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == mark) {
                if (mark != '`' || at >= text.length() || text.charAt(at) != '`') {
                    return content.toString();
                }
                at++;
                content.append('`');
            } else if (next == '\\' && mark == '"' && at < text.length()) {
                content.append(escaped(text.charAt(at), at - 1));
                at++;
            } else {
                content.append(next);
            }
        }
        throw new ExpressionSyntaxException("the closing " + mark + " is missing", start);
    }

    private static char escaped(char letter, int start) {
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '"', '\\' -> letter;
            default ->
                throw new ExpressionSyntaxException(
                        "'\\" + letter + "' is not one of \\\\, \\\", \\n, \\r, \\t", start);
        };
    }

    private void expect(String mark) {
        if (!taken(mark)) {
            throw problem("'" + mark + "' is missing");
        }
    }

    private boolean taken(String mark) {
        skipSpace();
        boolean here = text.startsWith(mark, at);
        boolean word = Character.isLetter(mark.charAt(0));
        int end = at + mark.length();
        if (here && word && end < text.length() && isPartOfName(text.charAt(end))) {
            return false;
        }
        if (here) {
            at = end;
        }
        return here;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private ExpressionSyntaxException problem(String what) {
        return new ExpressionSyntaxException(what, at);
    }
}
