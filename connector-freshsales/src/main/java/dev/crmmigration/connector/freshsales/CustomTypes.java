package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Freshsales' types of custom fields, and ours. */
final class CustomTypes {

    /** What holds a type of ours; the first is the one that is asked for where the account has none yet. */
    private static final Map<FieldType, List<String>> HOLDING = Map.ofEntries(
            Map.entry(FieldType.TEXT, List.of("text", "paragraph")),
            Map.entry(FieldType.LONG_TEXT, List.of("paragraph")),
            Map.entry(FieldType.INTEGER, List.of("number", "decimal")),
            Map.entry(FieldType.DECIMAL, List.of("number", "decimal")),
            Map.entry(FieldType.BOOLEAN, List.of("checkbox")),
            Map.entry(FieldType.DATE, List.of("date")),
            Map.entry(FieldType.TIME, List.of("text", "paragraph")),
            Map.entry(FieldType.DURATION, List.of("text", "paragraph")),
            Map.entry(FieldType.INSTANT, List.of("date", "datetime")),
            Map.entry(FieldType.CHOICE, List.of("dropdown", "radio")),
            Map.entry(FieldType.CHOICES, List.of("multi_select_dropdown")));

    private static final Map<String, FieldType> OURS = Map.ofEntries(
            Map.entry("text", FieldType.TEXT),
            Map.entry("paragraph", FieldType.LONG_TEXT),
            Map.entry("number", FieldType.DECIMAL),
            Map.entry("decimal", FieldType.DECIMAL),
            Map.entry("checkbox", FieldType.BOOLEAN),
            Map.entry("date", FieldType.DATE),
            Map.entry("datetime", FieldType.INSTANT),
            Map.entry("dropdown", FieldType.CHOICE),
            Map.entry("radio", FieldType.CHOICE),
            Map.entry("multi_select_dropdown", FieldType.CHOICES));

    /** What people call the types in Freshsales' settings. */
    private static final Map<String, String> NAMES = Map.of(
            "text", "Text field",
            "paragraph", "Text area",
            "number", "Number",
            "checkbox", "Checkbox",
            "date", "Date picker",
            "dropdown", "Dropdown",
            "multi_select_dropdown", "Multi-select");

    private CustomTypes() {}

    /** Returns our type of a field that the account has; empty for lookups, formulas and what is not known. */
    static Optional<FieldType> ours(String type) {
        return Optional.ofNullable(OURS.get(type));
    }

    /** Returns the types that hold values of one of ours; none if no custom field can. */
    static List<String> holding(FieldType type) {
        return HOLDING.getOrDefault(type, List.of());
    }

    /** Returns the codec's type of a field that is only planned yet. */
    static String typeFor(FieldType type) {
        String made = HOLDING.getOrDefault(type, List.of("paragraph")).get(0);
        return made.equals("multi_select_dropdown") ? "array" : made;
    }

    /** Returns what the settings of Freshsales call a type. */
    static String shown(String type) {
        return NAMES.getOrDefault(type, type);
    }
}
