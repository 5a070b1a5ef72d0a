package dev.crmmigration.testkit.openapi;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A line of {@link KnownDifferences}.
 *
 * @param line what is shown of it
 */
record Difference(String line, Pattern operation, String side, Pattern pointer, String rule) {

    private static final int COLUMNS = 5;

    static Difference parse(String line, int number) {
        List<String> columns = List.of(line.split("\t", -1));
        if (columns.size() != COLUMNS || columns.get(COLUMNS - 1).isBlank()) {
            throw new IllegalArgumentException("line " + number + " must have " + COLUMNS
                    + " columns: operation, request or reply, pointer, rule, source");
        }
        if (!columns.get(1).equals(Violation.Side.REQUEST.key())
                && !columns.get(1).equals(Violation.Side.REPLY.key())) {
            throw new IllegalArgumentException("line " + number + " must name the side as request or reply");
        }
        try {
            String shown = String.join(" ", columns.subList(0, COLUMNS - 1));
            return new Difference(
                    shown, operation(columns.get(0)), columns.get(1), pointer(columns.get(2)), columns.get(3));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("line " + number + " has a pattern that is no regular expression", e);
        }
    }

    private static Pattern operation(String text) {
        return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"));
    }

    private static Pattern pointer(String text) {
        StringBuilder pattern = new StringBuilder();
        for (String step : text.isEmpty() ? new String[0] : text.substring(1).split("/", -1)) {
            if (step.equals("**")) {
                pattern.append("(/[^/]*)*");
            } else if (step.equals("*")) {
                pattern.append("/[^/]*");
            } else if (step.startsWith("{") && step.endsWith("}")) {
                pattern.append("/(").append(step, 1, step.length() - 1).append(')');
            } else {
                pattern.append('/').append(Pattern.quote(step));
            }
        }
        return Pattern.compile(pattern.toString());
    }

    /** Tells whether it is about the operation, the side and the rule of a violation. */
    boolean coversKindOf(Violation violation) {
        return rule.equals(violation.rule())
                && side.equals(violation.side().key())
                && operation.matcher(violation.operation()).matches();
    }

    boolean coversPointerOf(Violation violation) {
        return pointer.matcher(violation.pointer()).matches();
    }

    @Override
    public String toString() {
        return line;
    }
}
