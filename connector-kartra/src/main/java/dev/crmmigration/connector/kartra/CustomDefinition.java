package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.catalog.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the customer says about a custom field.
 *
 * @param name its identifier or label
 * @param platformType Kartra's word for its type
 * @param options what can be chosen
 */
record CustomDefinition(String name, String platformType, List<String> options) {

    private static final Map<String, FieldType> TYPES = Map.of(
            "input_field", FieldType.TEXT,
            "text_area", FieldType.LONG_TEXT,
            "drop_down", FieldType.CHOICE,
            "radio_button", FieldType.CHOICE,
            "checkbox", FieldType.CHOICES);

    CustomDefinition {
        platformType = platformType.strip().toLowerCase(Locale.ROOT);
        options = List.copyOf(options);
    }

    /** Returns the type, or empty if Kartra has none of that name. */
    Optional<FieldType> type() {
        return Optional.ofNullable(TYPES.get(platformType));
    }
}
