package dev.crmmigration.connector.profi;

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
final class ProfiCatalog {

    private ProfiCatalog() {}

    static ObjectDescription describe(ProfiObject object, Survey survey) {
        Map<String, FieldDescription> fields = new LinkedHashMap<>();
        for (Table table : survey.export().tables(object)) {
            for (CellColumn column : table.columns()) {
                if (!object.isHidden(column.key())) {
                    fields.putIfAbsent(Fields.key(object, column), field(object, column, survey));
                }
            }
        }
        survey.customFields(object)
                .forEach(field -> fields.putIfAbsent(ProfiObject.CUSTOM + field.key(), custom(object, field, survey)));
        object.table().columns().stream()
                .filter(column -> isFilledIn(object, column.key()))
                .forEach(column -> fields.putIfAbsent(
                        column.key(),
                        FieldDescription.builder(column.key(), Fields.type(column.kind()))
                                .build()));
        object.derived()
                .forEach((key, type) ->
                        fields.put(key, FieldDescription.builder(key, type).build()));
        return new ObjectDescription(object.type(), new ArrayList<>(fields.values()), ObjectTraits.SOURCE);
    }

    /** Tells whether a field may have values although no file has its column: what others name is found otherwise. */
    private static boolean isFilledIn(ProfiObject object, String key) {
        return switch (object.type().name()) {
            case "client" -> key.equals("organization_id");
            case "enrollment" ->
                List.of("client_id", "package_id", "package_name", "tier").contains(key);
            case "session" ->
                List.of("client_id", "enrollment_id", "meeting_link").contains(key);
            case "session_participant" -> List.of("client_id", "enrollment_id").contains(key);
            case "note" -> List.of("client_id", "author_email").contains(key);
            case "content_enrollment", "activity", "invoice" -> key.equals("client_id");
            default -> false;
        };
    }

    private static FieldDescription field(ProfiObject object, CellColumn column, Survey survey) {
        if (!Fields.isCustom(column)) {
            return Fields.described(object, column);
        }
        return custom(object, survey.export().custom(object, column), survey);
    }

    private static FieldDescription custom(ProfiObject object, CustomField field, Survey survey) {
        Set<String> options = new LinkedHashSet<>();
        if (field.isPicked()) {
            options.addAll(field.options());
            options.addAll(survey.picked(object, ProfiObject.CUSTOM + field.key()));
        }
        return Fields.custom(field, List.copyOf(options));
    }
}
