package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import java.util.List;

/**
 * A custom field whose type is known.
 *
 * @param description what it is
 * @param splitter how its cells are split, if it holds several values
 */
record CustomField(FieldDescription description, NameSplitter splitter) {

    static CustomField of(
            String key,
            String label,
            FieldType type,
            String platformType,
            List<String> options,
            NameSplitter splitter) {
        FieldDescription description = FieldDescription.builder(key, type)
                .label(label)
                .platformType(platformType)
                .custom()
                .options(options.stream()
                        .map(option -> Option.of(option, option))
                        .toList())
                .build();
        return new CustomField(description, splitter);
    }

    /** Returns the value of a cell that is not empty. */
    Object value(String text, Row row) {
        return switch (description.type()) {
            case LONG_TEXT -> text;
            case CHOICES -> splitter.split(text);
            default -> Cells.line(description.key(), text, row);
        };
    }
}
