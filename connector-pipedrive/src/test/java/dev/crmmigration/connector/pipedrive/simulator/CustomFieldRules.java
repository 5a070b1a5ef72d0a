package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What values the custom fields take, by their type. */
final class CustomFieldRules {

    private static final int MAX_VARCHAR = 255;
    private static final int MAX_TEXT = 65_535;

    private final Account account;

    CustomFieldRules(Account account) {
        this.account = account;
    }

    /** Returns the rule of a field's type. */
    Rule of(Field field) {
        return switch (field.type()) {
            case "varchar", "varchar_auto", "phone" -> Rules.text(MAX_VARCHAR);
            case "text" -> Rules.text(MAX_TEXT);
            case "double" -> Rules.NUMBER;
            case "date" -> Rules.DATE_ONLY;
            case "address" -> Rules.ADDRESS;
            case "monetary" -> parts(Map.of("value", Rules.NUMBER, "currency", this::checkCurrency), List.of());
            case "daterange" -> parts(Map.of("value", Rules.DATE_ONLY, "until", Rules.DATE_ONLY), List.of());
            case "time" -> parts(Map.of("value", Rules.TIME_OF_DAY), List.of("timezone_name", "timezone_id"));
            case "timerange" ->
                parts(
                        Map.of("value", Rules.TIME_OF_DAY, "until", Rules.TIME_OF_DAY),
                        List.of("timezone_name", "timezone_id"));
            case "enum" -> (parameter, value, checks) -> checkOption(field, parameter, value, checks);
            case "set" -> (parameter, value, checks) -> checkOptions(field, parameter, value, checks);
            case "visible_to" -> Rules.VISIBILITY;
            case "user" -> reference("users");
            case "org" -> reference("organizations");
            case "people" -> reference("persons");
            default -> (parameter, value, checks) -> checks.notAllowed(parameter);
        };
    }

    private static Rule parts(Map<String, Rule> required, List<String> optional) {
        Map<String, Rule> all = new LinkedHashMap<>(required);
        optional.forEach(name -> all.put(name, (parameter, value, checks) -> {}));
        return (parameter, value, checks) -> {
            Rules.objectOf(all).check(parameter, value, checks);
            for (String name : required.keySet()) {
                if (value.isObject() && !value.has(name)) {
                    checks.add(parameter + "." + name, "This field is missing.");
                }
            }
        };
    }

    private void checkCurrency(String parameter, JsonNode value, Checks checks) {
        Rules.TEXT.check(parameter, value, checks);
        if (value.isTextual() && !account.hasCurrency(value.textValue())) {
            checks.add(parameter, "This value is not a valid currency.");
        }
    }

    private static void checkOption(Field field, String parameter, JsonNode value, Checks checks) {
        if (!value.isIntegralNumber()) {
            checks.add(parameter, "This value should be of type integer.");
        } else if (!field.hasOption(value)) {
            checks.add(parameter, "The value you selected is not a valid choice.");
        }
    }

    private static void checkOptions(Field field, String parameter, JsonNode value, Checks checks) {
        if (value.isArray() && value.isEmpty()) {
            // An empty list is refused; null clears (OpenAPI v2, description of custom_fields).
            checks.add(parameter, "This collection should contain 1 element or more.");
        }
        Rules.listOf((path, option, all) -> checkOption(field, path, option, all))
                .check(parameter, value, checks);
    }

    private Rule reference(String object) {
        return (parameter, value, checks) -> {
            Rules.INTEGER.check(parameter, value, checks);
            if (value.isIntegralNumber() && !account.table(object).hasLive(value.longValue())) {
                checks.add(parameter, "There is no such record of " + object + ".");
            }
        };
    }
}
