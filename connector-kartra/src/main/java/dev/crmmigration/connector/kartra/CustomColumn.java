package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.catalog.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out the type of a column that the customer made, from its definition or else from its values. */
final class CustomColumn {

    static final int MOST_OPTIONS = 1_000;

    private static final int MOST_GUESSED_OPTIONS = 25;
    private static final int LONGEST_OPTION = 60;
    private static final int LONGEST_LINE = 255;

    private final String key;
    private final String header;
    private final Optional<CustomDefinition> definition;
    private final boolean mayBePickList;
    private final NameColumn names;
    private final Map<String, Integer> values = new LinkedHashMap<>();
    private boolean hasManyValues;
    private boolean hasLines;
    private int longest;

    /**
     * @param mayBePickList whether a type other than text may be guessed
     */
    CustomColumn(String key, String header, Optional<CustomDefinition> definition, boolean mayBePickList) {
        this.key = key;
        this.header = header.isEmpty() ? key : header;
        this.definition = definition;
        this.mayBePickList = mayBePickList;
        this.names =
                new NameColumn("", definition.map(CustomDefinition::options).orElse(List.of()));
    }

    void see(String text) {
        longest = Math.max(longest, text.length());
        hasLines |= text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        boolean mayBeGuessed = definedType().isEmpty() && !isLong() && !hasManyValues;
        if (mayBeGuessed || definedType().filter(FieldType.CHOICES::equals).isPresent()) {
            names.see(text);
        }
        if (mayBeGuessed || definedType().filter(FieldType.CHOICE::equals).isPresent()) {
            count(text);
        }
    }

    /** Holds no more values than a pick-list may have; with one more it is none. */
    private void count(String text) {
        if (!hasManyValues) {
            values.merge(text, 1, Integer::sum);
            hasManyValues = values.size() > MOST_OPTIONS;
        }
    }

    private Optional<FieldType> definedType() {
        return definition.flatMap(CustomDefinition::type);
    }

    boolean isEmpty() {
        return longest == 0;
    }

    /** Returns the field: as its definition says, else as its values look. */
    CustomField field() {
        Optional<FieldType> defined = definedType();
        FieldType type = defined.map(this::roomFor).orElseGet(this::guessed);
        String word = defined.isPresent()
                ? definition.map(CustomDefinition::platformType).orElse("")
                : wordFor(type) + " (inferred)";
        return CustomField.of(key, header, type, word, options(type), names.splitter());
    }

    private FieldType roomFor(FieldType type) {
        return type == FieldType.TEXT && isLong() ? FieldType.LONG_TEXT : type;
    }

    private boolean isLong() {
        return hasLines || longest > LONGEST_LINE;
    }

    private FieldType guessed() {
        if (isLong()) {
            return FieldType.LONG_TEXT;
        }
        if (!mayBePickList || hasManyValues || isEmpty()) {
            return FieldType.TEXT;
        }
        if (looksLikeSeveral()) {
            return FieldType.CHOICES;
        }
        boolean repeats = values.values().stream().mapToInt(Integer::intValue).sum() > values.size();
        return repeats && areOptions(values.keySet()) ? FieldType.CHOICE : FieldType.TEXT;
    }

    private static boolean areOptions(Set<String> texts) {
        return texts.size() <= MOST_GUESSED_OPTIONS && texts.stream().allMatch(text -> text.length() <= LONGEST_OPTION);
    }

    /** Values of a checkbox come in several combinations; what only looks like a list always has the same neighbours. */
    private boolean looksLikeSeveral() {
        Map<String, Integer> combinations = new LinkedHashMap<>();
        values.keySet()
                .forEach(text ->
                        names.splitter().split(text).forEach(name -> combinations.merge(name, 1, Integer::sum)));
        long combined =
                combinations.values().stream().filter(count -> count > 1).count();
        return names.hasLists() && areOptions(combinations.keySet()) && combined * 2 > combinations.size();
    }

    private static String wordFor(FieldType type) {
        return switch (type) {
            case CHOICES -> "checkbox";
            case CHOICE -> "drop_down";
            case LONG_TEXT -> "text_area";
            default -> "input_field";
        };
    }

    /** Those of the definition first, then values that it lacks; none if there are too many to be a pick-list. */
    private List<String> options(FieldType type) {
        Set<String> options =
                new LinkedHashSet<>(definition.map(CustomDefinition::options).orElse(List.of()));
        if (type == FieldType.CHOICES) {
            options.addAll(names.names());
        } else if (type == FieldType.CHOICE) {
            options.addAll(values.keySet());
        } else {
            return List.of();
        }
        return options.size() > MOST_OPTIONS ? List.of() : new ArrayList<>(options);
    }
}
