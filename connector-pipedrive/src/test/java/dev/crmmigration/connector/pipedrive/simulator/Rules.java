package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The rules that parameters of v2 follow. Nothing is coerced: "5" is no number and 1 is no boolean. */
final class Rules {

    static final int MAX_NOTE_BYTES = 100 * 1024;

    private static final Pattern TIME = Pattern.compile("(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?");
    private static final Pattern DURATION = Pattern.compile("\\d{2,3}:[0-5]\\d(?::[0-5]\\d)?");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final String NO_DATETIME = "This value is not a valid datetime.";

    static final Rule INTEGER = typed("integer", JsonNode::isIntegralNumber);
    static final Rule NUMBER = typed("number", JsonNode::isNumber);
    static final Rule BOOLEAN = typed("boolean", JsonNode::isBoolean);
    static final Rule TEXT = typed("string", JsonNode::isTextual);
    static final Rule OBJECT = typed("object", JsonNode::isObject);
    static final Rule DATE_ONLY = text("This value is not a valid date.", Rules::isDate);
    static final Rule TIME_OF_DAY = text(NO_DATETIME, TIME.asMatchPredicate());
    static final Rule DURATION_OF_HOURS = text(NO_DATETIME, DURATION.asMatchPredicate());
    static final Rule MOMENT_UTC = text(NO_DATETIME, Rules::isMoment);
    static final Rule MOMENT_V1 = text(NO_DATETIME, Rules::isMomentV1);
    static final Rule LEAD_ID = text("This is not a valid UUID.", UUID.asMatchPredicate());
    static final Rule INTEGERS = listOf(INTEGER);
    static final Rule NOTE = text(
            "This value is too long. It should have 100 KB or less.",
            text -> text.getBytes(UTF_8).length <= MAX_NOTE_BYTES);
    static final Rule VISIBILITY = (parameter, value, checks) -> {
        if (!value.isIntegralNumber() || !Set.of(1L, 3L, 5L, 7L).contains(value.longValue())) {
            checks.add(parameter, "The value you selected is not a valid choice.");
        }
    };
    static final Rule ADDRESS = Rules::checkAddress;
    static final Rule CONTACTS = listOf(Rules::checkContact);
    static final Set<String> ADDRESS_PARTS = Set.of(
            "value",
            "country",
            "admin_area_level_1",
            "admin_area_level_2",
            "locality",
            "sublocality",
            "route",
            "street_number",
            "subpremise",
            "postal_code");

    private Rules() {}

    private static Rule typed(String type, Predicate<JsonNode> test) {
        return (parameter, value, checks) -> {
            if (!test.test(value)) {
                checks.add(parameter, "This value should be of type " + type + ".");
            }
        };
    }

    private static Rule text(String problem, Predicate<String> test) {
        return (parameter, value, checks) -> {
            if (!value.isTextual()) {
                checks.add(parameter, "This value should be of type string.");
            } else if (!test.test(value.textValue())) {
                checks.add(parameter, problem);
            }
        };
    }

    /** Allows text that is not blank and has at most so many characters. */
    static Rule name(int maxLength) {
        return (parameter, value, checks) -> {
            text(maxLength).check(parameter, value, checks);
            if (value.isTextual() && value.textValue().isBlank()) {
                checks.add(parameter, "This value should not be blank.");
            }
        };
    }

    /** Allows text of at most so many characters. */
    static Rule text(int maxLength) {
        return text(
                "This value is too long. It should have " + maxLength + " characters or less.",
                value -> value.codePointCount(0, value.length()) <= maxLength);
    }

    static Rule oneOf(Set<String> choices) {
        return text("The value you selected is not a valid choice.", choices::contains);
    }

    static Rule between(long least, long most) {
        return (parameter, value, checks) -> {
            NUMBER.check(parameter, value, checks);
            if (value.isNumber() && (value.doubleValue() < least || value.doubleValue() > most)) {
                checks.add(parameter, "This value should be between " + least + " and " + most + ".");
            }
        };
    }

    static Rule listOf(Rule element) {
        return (parameter, value, checks) -> {
            if (!value.isArray()) {
                checks.add(parameter, "This value should be of type array.");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                element.check(parameter + "." + i, value.get(i), checks);
            }
        };
    }

    /** Allows an object with these members only. */
    static Rule objectOf(Map<String, Rule> members) {
        return (parameter, value, checks) -> {
            OBJECT.check(parameter, value, checks);
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                String path = parameter + "." + field.getKey();
                Rule rule = members.get(field.getKey());
                if (rule == null) {
                    checks.notAllowed(path);
                } else {
                    rule.check(path, field.getValue(), checks);
                }
            }
        };
    }

    private static void checkAddress(String parameter, JsonNode value, Checks checks) {
        OBJECT.check(parameter, value, checks);
        value.fieldNames().forEachRemaining(part -> {
            if (!ADDRESS_PARTS.contains(part)) {
                checks.notAllowed(parameter + "." + part);
            } else {
                TEXT.orNull().check(parameter + "." + part, value.get(part), checks);
            }
        });
        if (value.isObject() && !value.path("value").isTextual()) {
            checks.add(parameter + ".value", "This field is missing.");
        }
    }

    private static void checkContact(String parameter, JsonNode value, Checks checks) {
        objectOf(Map.of("value", TEXT, "primary", BOOLEAN, "label", TEXT.orNull()))
                .check(parameter, value, checks);
        if (value.isObject() && !value.has("value")) {
            checks.add(parameter + ".value", "This field is missing.");
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text, DATE).getYear() >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isMoment(String text) {
        try {
            return MOMENT.matcher(text).matches() && Instant.parse(text).isAfter(Instant.MIN);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMomentV1(String text) {
        try {
            return Times.parseV1(text).isAfter(Instant.MIN);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
