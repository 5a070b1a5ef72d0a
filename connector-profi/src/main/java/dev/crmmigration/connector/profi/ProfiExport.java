package dev.crmmigration.connector.profi;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import dev.crmmigration.toolkit.tabular.Manifest;
import dev.crmmigration.toolkit.tabular.Table;
import dev.crmmigration.toolkit.tabular.TabularExport;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bundle whose files were recognised, with the custom fields that it defines. Immutable. */
final class ProfiExport {

    /** How the definitions of custom fields are read: they are no object of their own. */
    private static final ProfiObject DEFINITION = new ProfiObject(
            ObjectType.of("custom_field"), PaperTables.CUSTOM_FIELDS, List.of("field_key"), List.of(), Map.of());

    private final ProfiSettings settings;
    private final TabularExport export;
    private final ZoneId zone;
    private final Map<String, CustomField> customFields = new LinkedHashMap<>();
    private final Map<String, List<Table>> tables = new LinkedHashMap<>();

    private ProfiExport(ProfiSettings settings, TabularExport export, ZoneId zone) {
        this.settings = settings;
        this.export = export;
        this.zone = zone;
    }

    /** @throws ConfigurationException if there is no bundle, it is damaged as a whole, or nobody says its time zone */
    static ProfiExport open(ProfiSettings settings) {
        ExportFolder folder = ExportFolder.open("export", settings.export());
        TabularExport export = TabularExport.open(folder, ProfiTables.ALL, settings.reading());
        if (!export.refused().isEmpty()) {
            throw new ConfigurationException(
                    "the export", List.copyOf(export.refused().values()));
        }
        if (export.tables().isEmpty()) {
            throw new ConfigurationException("the export has no file of a Profi bundle, such as clients.csv."
                    + " Give the folder or zip that holds them");
        }
        ZoneId zone = export.options()
                .zone()
                .orElseThrow(() -> new ConfigurationException(
                        "the export has no manifest that names a time zone. Set 'zone', such as Europe/Berlin"));
        ProfiExport bundle = new ProfiExport(settings, export, zone);
        bundle.readDefinitions();
        bundle.bind();
        return bundle;
    }

    private void readDefinitions() {
        for (Table table : export.tables(PaperTables.CUSTOM_FIELDS.name())) {
            try (TabularReader reader = table.read()) {
                for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                    if (row instanceof TabularRow.Data data) {
                        CustomField field = CustomField.of(RowDraft.of(DEFINITION, table.columns(), data, ""));
                        customFields.put(field.object() + " " + field.key(), field);
                    }
                }
            }
        }
    }

    /** Custom columns are read by their definitions. */
    private void bind() {
        for (ProfiObject object : ProfiObject.ALL) {
            List<Table> bound = new ArrayList<>();
            for (Table table : export.tables(object.table().name())) {
                bound.add(bind(object, table));
            }
            if (!bound.isEmpty()) {
                tables.put(object.type().name(), List.copyOf(bound));
            }
        }
    }

    private Table bind(ProfiObject object, Table table) {
        Table bound = table;
        for (CellColumn column : table.extras()) {
            if (Fields.isCustom(column)) {
                CustomField field = custom(object, column);
                bound = bound.with(column.key(), field.kind(), field.words());
            }
        }
        return bound;
    }

    /** Returns the definition of a custom column. */
    CustomField custom(ProfiObject object, CellColumn column) {
        String key = column.key().substring(ProfiObject.CUSTOM.length());
        CustomField known = customFields.get(object.type().name() + " " + key);
        return known == null ? CustomField.undefined(object.type().name(), column) : known;
    }

    /** Returns the definition of a custom field. */
    Optional<CustomField> custom(String object, String key) {
        return Optional.ofNullable(customFields.get(object + " " + key));
    }

    /** Returns the custom fields that the bundle defines for an object. */
    List<CustomField> customFields(ProfiObject object) {
        return customFields.values().stream()
                .filter(field -> field.object().equals(object.type().name()))
                .toList();
    }

    /** Returns the objects that the bundle has files of. */
    List<ProfiObject> objects() {
        return ProfiObject.ALL.stream()
                .filter(object -> tables.containsKey(object.type().name()))
                .toList();
    }

    List<Table> tables(ProfiObject object) {
        return tables.getOrDefault(object.type().name(), List.of());
    }

    ExportFolder folder() {
        return export.folder();
    }

    /** Returns files that are no table. */
    List<String> others() {
        return export.unknown();
    }

    ProfiSettings settings() {
        return settings;
    }

    ZoneId zone() {
        return zone;
    }

    /** Returns the currency of amounts that name none, or empty text. */
    String currency() {
        return settings.currency().isEmpty()
                ? manifest().map(Manifest::currency).orElse("")
                : settings.currency();
    }

    Optional<Manifest> manifest() {
        return export.manifest();
    }

    /** Returns from when on the bundle holds what has changed; empty if it is the whole. */
    Optional<Instant> since() {
        return manifest().flatMap(Manifest::since);
    }

    /** Tells whether what is missing was deleted. */
    boolean isWhole() {
        if (!settings.complete().equals(ProfiSettings.BY_MANIFEST)) {
            return settings.complete().equals("true");
        }
        return manifest().isPresent() && since().isEmpty();
    }
}
