package dev.crmmigration.connector.kartra.mapping;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Moves the columns of Kartra's own that no row names into custom fields, if the customer wants them. */
public final class OtherColumns {

    private final Export export;

    public OtherColumns(Export export) {
        this.export = export;
    }

    /** Adds a field {@code <prefix>_<column>__c} for each of these columns that has values. */
    public void addTo(Fields fields, String object, List<String> columns, String prefix) {
        if (!export.chose(KartraChoices.OTHER_COLUMNS, "fields")) {
            return;
        }
        for (FieldDescription column : export.columns(object)) {
            if (columns.contains(column.key()) && export.fills(object, column.key())) {
                add(fields, column, prefix + "_" + column.key() + "__c");
            }
        }
    }

    private static void add(Fields fields, FieldDescription column, String label) {
        String name = Expression.field(column.key()).toString();
        switch (column.type()) {
            case TEXT -> fields.custom(label, FieldType.TEXT, name);
            case LONG_TEXT -> fields.custom(label, FieldType.LONG_TEXT, name);
            case MONEY -> fields.custom(label, FieldType.MONEY, name);
            case CHOICES -> fields.custom(label, FieldType.LONG_TEXT, "join(\"; \", " + name + ")");
            case INSTANT -> fields.custom(label, FieldType.TEXT, "iso(" + name + ")");
            default -> fields.custom(label, FieldType.TEXT, "text(" + name + ")");
        }
    }
}
