package dev.crmmigration.connector.profi;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.Kind;
import java.util.List;

/** Describes columns as fields. */
final class Fields {

    /** Before the key of a column that no bundle has. */
    static final String EXTRA = "extra.";

    private Fields() {}

    /** Returns the key of the field that a column becomes: columns that nobody knows are marked. */
    static String key(ProfiObject object, CellColumn column) {
        return isKnown(object, column) || isCustom(column) ? column.key() : EXTRA + column.key();
    }

    static boolean isKnown(ProfiObject object, CellColumn column) {
        return object.table().columns().stream().anyMatch(known -> known.key().equals(column.key()));
    }

    static boolean isCustom(CellColumn column) {
        return column.key().startsWith(ProfiObject.CUSTOM);
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

    static FieldDescription described(ProfiObject object, CellColumn column) {
        return FieldDescription.builder(key(object, column), type(column.kind()))
                .label(column.header())
                .build();
    }

    /** Describes a custom field with the options that its definition and the data have. */
    static FieldDescription custom(CustomField field, List<String> options) {
        FieldDescription.Builder builder = FieldDescription.builder(ProfiObject.CUSTOM + field.key(), field.fieldType())
                .label(field.label())
                .platformType(field.type())
                .custom()
                .options(options.stream()
                        .map(option -> Option.of(option, option))
                        .toList());
        return builder.build();
    }
}
