package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.Manifest.Listed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** An export whose files were recognised by their headers, or by its manifest. Immutable. */
public final class TabularExport {

    private static final Set<String> ENDINGS = Set.of("csv", "txt", "tsv", "tab", "gz", "ndjson", "jsonl");

    private final ExportFolder folder;
    private final Optional<Manifest> manifest;
    private final ReadingOptions options;
    private final List<Table> tables;
    private final List<String> unknown;
    private final Map<String, String> refused;

    private TabularExport(
            ExportFolder folder,
            Optional<Manifest> manifest,
            ReadingOptions options,
            List<Table> tables,
            List<String> unknown,
            Map<String, String> refused) {
        this.folder = folder;
        this.manifest = manifest;
        this.options = options;
        this.tables = List.copyOf(tables);
        this.unknown = List.copyOf(unknown);
        this.refused = Map.copyOf(refused);
    }

    /**
     * Recognises the files of an export. Each is looked at, none is held in memory.
     *
     * @param specs the tables that there may be
     * @param options what the customer says; what a manifest says is added
     * @throws ConfigurationException if the manifest cannot be read, or a file is not what the manifest says
     */
    public static TabularExport open(ExportFolder folder, List<TableSpec> specs, ReadingOptions options) {
        Optional<Manifest> manifest = Manifest.of(folder);
        manifest.ifPresent(said -> ManifestCheck.check(folder, said));
        ReadingOptions all = with(options, manifest);
        Set<String> names =
                specs.stream().flatMap(spec -> spec.names().stream()).collect(Collectors.toSet());
        List<Table> tables = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (String file : folder.files()) {
            if (!ENDINGS.contains(ending(file))) {
                unknown.add(file);
                continue;
            }
            TabularFile table = TabularFile.open(folder, file, names);
            Optional<Listed> listed = manifest.flatMap(said -> said.file(file));
            Optional<TableSpec> spec =
                    Recognition.of(table, specs, listed.map(Listed::object).orElse(""));
            if (table.findings().contains(Rule.HDR_MISSING)) {
                refused.put(file, Recognition.missingHeader(table, specs));
            } else if (spec.isPresent()) {
                OptionalLong rows = listed.map(Listed::rows).orElse(OptionalLong.empty());
                tables.add(Table.of(spec.get(), table, all, rows));
            } else {
                unknown.add(file);
            }
        }
        return new TabularExport(folder, manifest, all, tables, unknown, refused);
    }

    private static ReadingOptions with(ReadingOptions options, Optional<Manifest> manifest) {
        ReadingOptions all = options;
        if (all.zone().isEmpty() && manifest.flatMap(Manifest::zone).isPresent()) {
            all = all.zone(manifest.flatMap(Manifest::zone).orElseThrow());
        }
        Optional<Instant> exported = manifest.flatMap(Manifest::exportedAt);
        return exported.isPresent() ? all.exported(exported.get()) : all;
    }

    private static String ending(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Returns the files, for what is no table. */
    public ExportFolder folder() {
        return folder;
    }

    public Optional<Manifest> manifest() {
        return manifest;
    }

    /** Returns how cells are read. */
    public ReadingOptions options() {
        return options;
    }

    /** Returns all tables, in the order of their files. */
    public List<Table> tables() {
        return tables;
    }

    /** Returns the files that hold a table, in the order of their names; none if it was not exported. */
    public List<Table> tables(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).toList();
    }

    /** Returns files that are no table that is known. */
    public List<String> unknown() {
        return unknown;
    }

    /** Returns files that cannot be read, with the reason and what to do. */
    public Map<String, String> refused() {
        return refused;
    }
}
