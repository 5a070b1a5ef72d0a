package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.source.ExportScreen;
import dev.crmmigration.api.source.SourceOutline;
import dev.crmmigration.toolkit.tabular.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what a platform's bundles hold whoever the customer is. */
public final class BundleOutline {

    /** Only bundles of changes have it. */
    private static final String DELETED = "deleted_at";

    private BundleOutline() {}

    /**
     * Returns what bundles of a format hold.
     *
     * @param whole what the whole is called that the files are exported with
     * @param needed the object without which nothing can move
     * @param notes what to know about the export of an object, by its name
     * @param gaps a sentence each about what no bundle has
     */
    public static SourceOutline of(
            BundleFormat format, String whole, BundleObject needed, Map<String, String> notes, List<String> gaps) {
        return new SourceOutline(
                format.objects().stream().map(BundleOutline::description).toList(),
                format.objects().stream()
                        .map(object -> screen(object, whole, object.is(needed), notes.getOrDefault(object.name(), "")))
                        .toList(),
                gaps);
    }

    private static ObjectDescription description(BundleObject object) {
        List<FieldDescription> fields = new ArrayList<>();
        object.table()
                .columns()
                .forEach(column -> fields.add(FieldDescription.builder(column.key(), BundleFields.type(column.kind()))
                        .build()));
        object.derived()
                .forEach((key, type) ->
                        fields.add(FieldDescription.builder(key, type).build()));
        return new ObjectDescription(object.type(), fields, ObjectTraits.SOURCE);
    }

    private static ExportScreen screen(BundleObject object, String whole, boolean isNeeded, String note) {
        return new ExportScreen(
                object.type(),
                object.table().name() + ".csv",
                whole,
                object.table().columns().stream()
                        .map(Column::key)
                        .filter(key -> !key.equals(DELETED))
                        .toList(),
                0,
                isNeeded,
                note);
    }
}
