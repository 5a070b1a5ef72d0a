package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.Kind;
import java.util.List;

/** Describes columns as fields. */
final class BundleFields {

    /** Before the key of a column that no bundle has. */
    static final String EXTRA = "extra.";

    private BundleFields() {}

    /** Returns the key of the field that a column becomes: columns that nobody knows are marked. */
    static String key(BundleObject object, CellColumn column) {
        return isKnown(object, column) || object.isCustom(column) ? column.key() : EXTRA + column.key();
    }

    static boolean isKnown(BundleObject object, CellColumn column) {
        return object.table().columns().stream().anyMatch(known -> known.key().equals(column.key()));
    }

    static FieldType type(Kind kind) {
        return switch (kind) {
            case LONG_TEXT -> FieldType.LONG_TEXT;
            case LIST -> FieldType.CHOICES;
            case BOOLEAN -> FieldType.BOOLEAN;
            case INTEGER -> FieldType.INTEGER;
            case DECIMAL -> FieldType.DECIMAL;
            case MONEY -> FieldType.MONEY;
            case DATE -> FieldType.DATE;
            case MOMENT -> FieldType.INSTANT;
            default -> FieldType.TEXT;
        };
    }

    static FieldDescription described(BundleObject object, CellColumn column) {
        return FieldDescription.builder(key(object, column), type(column.kind()))
                .label(column.header())
                .build();
    }

    /** Describes a custom field with the options that its definition and the data have. */
    static FieldDescription custom(BundleObject object, CustomField field, List<String> options) {
        return FieldDescription.builder(object.prefix() + field.key(), field.fieldType())
                .label(field.label())
                .platformType(field.type())
                .custom()
                .options(options.stream()
                        .map(option -> Option.of(option, option))
                        .toList())
                .build();
    }
}
