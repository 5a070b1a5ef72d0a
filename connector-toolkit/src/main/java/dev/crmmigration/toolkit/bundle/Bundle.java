package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.error.ConfigurationException;
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
public final class Bundle {

    private final BundleFormat format;
    private final BundleSettings settings;
    private final TabularExport export;
    private final ZoneId zone;
    private final Map<String, CustomField> customFields = new LinkedHashMap<>();
    private final Map<String, List<Table>> tables = new LinkedHashMap<>();

    private Bundle(BundleFormat format, BundleSettings settings, TabularExport export, ZoneId zone) {
        this.format = format;
        this.settings = settings;
        this.export = export;
        this.zone = zone;
    }

    /**
     * Recognises the files of a bundle.
     *
     * @throws ConfigurationException if there is no bundle, it is damaged as a whole, or nobody says its time zone
     */
    public static Bundle open(BundleFormat format, BundleSettings settings) {
        ExportFolder folder = ExportFolder.open("export", settings.export());
        TabularExport export = TabularExport.open(folder, format.tables(), settings.reading());
        if (!export.refused().isEmpty()) {
            throw new ConfigurationException(
                    "the export", List.copyOf(export.refused().values()));
        }
        if (export.tables().isEmpty()) {
            throw new ConfigurationException("the export has no file of a " + format.label()
                    + " bundle, such as clients.csv." + " Give the folder or zip that holds them");
        }
        ZoneId zone = export.options()
                .zone()
                .orElseThrow(() -> new ConfigurationException(
                        "the export has no manifest that names a time zone. Set 'zone', such as Europe/Berlin"));
        Bundle bundle = new Bundle(format, settings, export, zone);
        bundle.readDefinitions();
        bundle.bind();
        return bundle;
    }

    private void readDefinitions() {
        BundleObject definition = BundleObject.of("custom_field", format.definitions(), "", format.definitionKey());
        for (Table table : export.tables(format.definitions().name())) {
            try (TabularReader reader = table.read()) {
                for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                    if (row instanceof TabularRow.Data data) {
                        CustomField field = CustomField.of(
                                RowDraft.of(definition, table.columns(), data, ""), format.definitionKey());
                        customFields.put(field.object() + " " + field.key(), field);
                    }
                }
            }
        }
    }

    /** Custom columns are read by their definitions. */
    private void bind() {
        for (BundleObject object : format.objects()) {
            List<Table> bound = new ArrayList<>();
            for (Table table : export.tables(object.table().name())) {
                bound.add(bind(object, table));
            }
            if (!bound.isEmpty()) {
                tables.put(object.name(), List.copyOf(bound));
            }
        }
    }

    private Table bind(BundleObject object, Table table) {
        Table bound = table;
        for (CellColumn column : table.extras()) {
            if (object.isCustom(column)) {
                CustomField field = custom(object, column);
                bound = bound.with(column.key(), field.kind(), field.words());
            }
        }
        return bound;
    }

    /** Returns the definition of a custom column. */
    public CustomField custom(BundleObject object, CellColumn column) {
        String key = column.key().substring(object.prefix().length());
        CustomField known = customFields.get(object.name() + " " + key);
        return known == null ? CustomField.undefined(object, column) : known;
    }

    /** Returns the definition of a custom field. */
    public Optional<CustomField> custom(String object, String key) {
        return Optional.ofNullable(customFields.get(object + " " + key));
    }

    /** Returns the custom fields that the bundle defines for an object. */
    public List<CustomField> customFields(BundleObject object) {
        return customFields.values().stream()
                .filter(field -> field.object().equals(object.name()))
                .toList();
    }

    /** Returns the objects that the bundle has files of. */
    public List<BundleObject> objects() {
        return format.objects().stream()
                .filter(object -> tables.containsKey(object.name()))
                .toList();
    }

    /** Returns the files that hold an object. */
    public List<Table> tables(BundleObject object) {
        return tables.getOrDefault(object.name(), List.of());
    }

    /** Returns the format of the bundle. */
    public BundleFormat format() {
        return format;
    }

    /** Returns the files. */
    public ExportFolder folder() {
        return export.folder();
    }

    /** Returns files that are no table. */
    public List<String> others() {
        return export.unknown();
    }

    /** Returns the settings. */
    public BundleSettings settings() {
        return settings;
    }

    /** Returns the zone of times that name none. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns the currency of amounts that name none, or empty text. */
    public String currency() {
        return settings.currency().isEmpty()
                ? manifest().map(Manifest::currency).orElse("")
                : settings.currency();
    }

    /** Returns what the bundle says about itself. */
    public Optional<Manifest> manifest() {
        return export.manifest();
    }

    /** Returns from when on the bundle holds what has changed; empty if it is the whole. */
    public Optional<Instant> since() {
        return manifest().flatMap(Manifest::since);
    }

    /** Tells whether what is missing was deleted. */
    public boolean isWhole() {
        if (!settings.complete().equals(BundleSettings.BY_MANIFEST)) {
            return settings.complete().equals("true");
        }
        return manifest().isPresent() && since().isEmpty();
    }
}
