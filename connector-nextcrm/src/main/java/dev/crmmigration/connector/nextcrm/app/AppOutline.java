package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.SourceOutline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the application holds whoever runs it: the known tables with their fields. Nobody exports anything by hand. */
final class AppOutline {

    /** What no database of the application has. */
    static final List<String> NOT_THERE = List.of(
            "NextCRM's application has no custom fields and no automations, so there are none to move or to rebuild;"
                    + " campaigns of several mails are listed as sequences",
            "deleted records were not read",
            "NextCRM keeps neither files attached to mails, nor the text of mails that are linked to nobody",
            "NextCRM does not keep when a task was done, nor when an opportunity was won");

    private AppOutline() {}

    static SourceOutline outline() {
        Map<String, Map<String, FieldDescription>> objects = new LinkedHashMap<>();
        for (AppTable table : AppTables.ALL) {
            Map<String, FieldDescription> fields =
                    objects.computeIfAbsent(table.object(), object -> new LinkedHashMap<>());
            table.constants()
                    .keySet()
                    .forEach(key -> fields.putIfAbsent(
                            key, FieldDescription.builder(key, FieldType.TEXT).build()));
            table.columns().forEach(column -> fields.putIfAbsent(column.key(), describe(column)));
        }
        List<ObjectDescription> descriptions = new ArrayList<>();
        objects.forEach((object, fields) -> descriptions.add(
                new ObjectDescription(ObjectType.of(object), List.copyOf(fields.values()), ObjectTraits.SOURCE)));
        return new SourceOutline(descriptions, List.of(), NOT_THERE);
    }

    private static FieldDescription describe(Column column) {
        FieldDescription.Builder field =
                FieldDescription.builder(column.key(), column.kind().type());
        if (column.kind() == ColumnKind.REFERENCE) {
            field.refersTo(ObjectType.of(column.target()));
        }
        return field.build();
    }
}
