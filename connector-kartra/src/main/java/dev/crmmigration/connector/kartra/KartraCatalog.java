package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Describes an object of the export by the columns that its files have. */
final class KartraCatalog {

    private KartraCatalog() {}

    static ObjectDescription describe(ObjectSurvey survey, KartraSettings settings) {
        KartraObject object = survey.object();
        Map<String, BoundColumn> columns = columns(survey.files());
        Set<String> keys = Set.copyOf(columns.keySet());
        List<FieldDescription> fields = new ArrayList<>();
        for (KnownField known : object.fields()) {
            BoundColumn column = columns.remove(known.key());
            if (column != null) {
                fields.add(known(column, survey, settings));
                fields.addAll(derived(object, known.key()));
            } else if (object.isFilledIn(known.key(), keys, settings)) {
                fields.add(FieldDescription.builder(known.key(), known.kind().type())
                        .build());
            }
        }
        object.told(settings)
                .forEach(key -> fields.add(
                        FieldDescription.builder(key, FieldType.CHOICES).build()));
        survey.customFields().forEach(field -> fields.add(field.description()));
        columns.values().stream().filter(column -> !column.isCustom()).forEach(column -> fields.add(amount(column)));
        return new ObjectDescription(object.type(), fields, ObjectTraits.SOURCE);
    }

    /** Of columns with one key the first describes the field. */
    private static Map<String, BoundColumn> columns(List<ExportFile> files) {
        Map<String, BoundColumn> columns = new LinkedHashMap<>();
        files.forEach(file -> file.columns().forEach(column -> columns.putIfAbsent(column.key(), column)));
        return columns;
    }

    /** What the API adds is not known before it is asked, so that there is no list of all names then. */
    private static FieldDescription known(BoundColumn column, ObjectSurvey survey, KartraSettings settings) {
        FieldType type = column.kind().type();
        NameColumn names = survey.names().get(column.key());
        List<String> options = names == null
                        || names.names().size() > CustomColumn.MOST_OPTIONS
                        || settings.api().isPresent()
                ? List.of()
                : names.names();
        return FieldDescription.builder(column.key(), type)
                .label(column.header())
                .options(options.stream().map(name -> Option.of(name, name)).toList())
                .build();
    }

    private static List<FieldDescription> derived(KartraObject object, String from) {
        List<FieldDescription> fields = new ArrayList<>();
        new TreeMap<>(object.derived()).forEach((key, derived) -> {
            if (derived.from().equals(from)) {
                fields.add(FieldDescription.builder(key, derived.type()).build());
            }
        });
        return fields;
    }

    private static FieldDescription amount(BoundColumn column) {
        return FieldDescription.builder(column.key(), column.kind().type())
                .label(column.header())
                .custom()
                .build();
    }
}
