package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A single condition of a filter. Texts are compared whatever their case, numbers as numbers, times by their day.
 *
 * @param operator as {@code GET /filters/helpers} lists it (OpenAPI v1, read 2026-08-18)
 * @param days the days that the value stands for; {@code null} if it is no date
 */
record Condition(String operator, String value, @Nullable RelativeDate days) {

    static Condition of(JsonNode leaf, Account account) {
        String value = leaf.path("value").isNull() ? "" : leaf.path("value").asText("");
        LocalDate today = LocalDate.ofInstant(account.clock().now(), ZoneOffset.UTC);
        return new Condition(leaf.path("operator").asText(""), value, RelativeDate.of(value, today));
    }

    /** Tells whether only fields that hold this very text, which is no number, fulfil the condition. */
    boolean wantsText() {
        boolean isNumber = value.matches("[-+.\\deE]*");
        return operator.equals("=") && days == null && !isNumber;
    }

    /** Tells whether the value of a field fulfils the condition. */
    boolean test(JsonNode field) {
        List<String> values = values(field);
        return switch (operator) {
            case "IS NULL" -> values.isEmpty();
            case "IS NOT NULL" -> !values.isEmpty();
            case "!=" -> values.stream().noneMatch(this::isEqual);
            case "=", "contains" -> values.stream().anyMatch(this::isEqual);
            case "not_contains" -> values.stream().noneMatch(this::isEqual);
            case "LIKE '$%'" -> any(values, text -> text.startsWith(lower(value)));
            case "LIKE '%$%'" -> any(values, text -> text.contains(lower(value)));
            case "LIKE '%$'" -> any(values, text -> text.endsWith(lower(value)));
            case "NOT LIKE '$%'" -> !any(values, text -> text.startsWith(lower(value)));
            case "NOT LIKE '%$%'" -> !any(values, text -> text.contains(lower(value)));
            case "NOT LIKE '%$'" -> !any(values, text -> text.endsWith(lower(value)));
            case ">" -> values.stream().anyMatch(one -> compared(one) > 0);
            case "<" -> values.stream().anyMatch(one -> compared(one) < 0);
            case ">=" -> values.stream().anyMatch(one -> compared(one) >= 0);
            case "<=" -> values.stream().anyMatch(one -> compared(one) <= 0);
            default -> throw ApiException.badRequest("The operator of a condition is unknown");
        };
    }

    private static boolean any(List<String> values, Predicate<String> test) {
        return values.stream().map(Condition::lower).anyMatch(test);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private boolean isEqual(String one) {
        return compared(one) == 0;
    }

    /** Returns how a value of the field stands to the value of the condition. */
    private int compared(String one) {
        LocalDate day = RelativeDate.day(one);
        if (days != null && day != null) {
            return days.compared(day);
        }
        try {
            return Double.compare(Double.parseDouble(one), Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return Integer.signum(one.compareToIgnoreCase(value));
        }
    }

    /** Returns what a field holds: nothing, one value or, of a list, several. */
    private static List<String> values(JsonNode field) {
        List<String> values = new ArrayList<>();
        if (field.isArray()) {
            field.forEach(element -> values.addAll(values(element)));
        } else if (field.isObject()) {
            values.addAll(values(field.path(field.has("value") ? "value" : "id")));
        } else if (field.isBoolean()) {
            values.add(field.booleanValue() ? "1" : "0");
        } else if (!field.isNull()
                && !field.isMissingNode()
                && !field.asText("").isEmpty()) {
            values.add(field.asText(""));
        }
        return values;
    }
}
