package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.tabular.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Describes an object of the bundle by the columns that its files have. */
final class BundleCatalog {

    private BundleCatalog() {}

    static ObjectDescription describe(BundleObject object, BundleRows rows) {
        Map<String, FieldDescription> fields = new LinkedHashMap<>();
        for (Table table : rows.bundle().tables(object)) {
            for (CellColumn column : table.columns()) {
                if (!object.isHidden(column.key())) {
                    fields.putIfAbsent(BundleFields.key(object, column), field(object, column, rows));
                }
            }
        }
        rows.customFields(object)
                .forEach(field -> fields.putIfAbsent(object.prefix() + field.key(), custom(object, field, rows)));
        object.table().columns().stream()
                .filter(column -> object.filled().contains(column.key()))
                .forEach(column -> fields.putIfAbsent(
                        column.key(),
                        FieldDescription.builder(column.key(), BundleFields.type(column.kind()))
                                .build()));
        object.derived()
                .forEach((key, type) ->
                        fields.put(key, FieldDescription.builder(key, type).build()));
        return new ObjectDescription(object.type(), new ArrayList<>(fields.values()), ObjectTraits.SOURCE);
    }

    private static FieldDescription field(BundleObject object, CellColumn column, BundleRows rows) {
        if (!object.isCustom(column)) {
            return BundleFields.described(object, column);
        }
        return custom(object, rows.bundle().custom(object, column), rows);
    }

    private static FieldDescription custom(BundleObject object, CustomField field, BundleRows rows) {
        Set<String> options = new LinkedHashSet<>();
        if (field.isPicked()) {
            options.addAll(field.options());
            options.addAll(rows.picked(object, object.prefix() + field.key()));
        }
        return BundleFields.custom(object, field, List.copyOf(options));
    }
}
