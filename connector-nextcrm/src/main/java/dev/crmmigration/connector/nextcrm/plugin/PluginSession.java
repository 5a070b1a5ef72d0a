package dev.crmmigration.connector.nextcrm.plugin;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import dev.crmmigration.toolkit.tabular.TabularFile;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The files of an export. */
public final class PluginSession implements SourceSession {

    private static final List<String> UNITED = List.of("tags", "lists");

    private final PluginOptions options;
    private final ExportFolder folder;
    private final PluginRows rows;
    private final List<PluginFile> files = new ArrayList<>();
    private final Automations automations = new Automations();
    private final List<String> gaps = new ArrayList<>();
    private final Map<String, Set<String>> united = new HashMap<>();
    private final CustomTypes types;
    private long contacts;

    private PluginSession(PluginOptions options, ExportFolder folder) {
        this.options = options;
        this.folder = folder;
        this.types = new CustomTypes(options.fieldTypes(), options.zone());
        this.rows = new PluginRows(options, types);
    }

    /**
     * Opens an export.
     *
     * @throws ConfigurationException if no file holds contacts
     */
    public static SourceSession open(PluginOptions options) {
        PluginSession session = new PluginSession(options, ExportFolder.open("export", options.export()));
        session.folder.files().forEach(session::recognise);
        if (session.files.stream().noneMatch(file -> file.object() == PluginObject.CONTACT)) {
            throw new ConfigurationException("setting 'export' names " + options.export()
                    + ", but none of the files there has a column for e-mail addresses of contacts. Export the"
                    + " contacts from the plugin as CSV, or say with 'columnMap' which column is 'email'");
        }
        session.look();
        return session;
    }

    private void recognise(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            automations.add(file, folder);
            return;
        }
        Optional<PluginFile> found = lower.endsWith(".csv") || lower.endsWith(".txt") || lower.endsWith(".tsv")
                ? PluginFile.of(TabularFile.open(folder, file), options)
                : Optional.empty();
        found.ifPresentOrElse(
                files::add, () -> gaps.add("file " + file + " was not read: it holds neither contacts nor companies"));
    }

    /** Reads all files once: which addresses come twice, and what the cells of unknown columns are. */
    private void look() {
        for (PluginFile file : files) {
            each(file, data -> rows.look(file, data));
        }
        Map<String, Map<String, Set<String>>> seen = new HashMap<>();
        for (PluginFile file : files) {
            each(file, data -> {
                if (rows.read(file, data, Map.of()) instanceof SourceEntry.Read read) {
                    see(file, read, seen);
                }
            });
        }
        long twice =
                seen.values().stream().filter(one -> one.containsKey("again")).count();
        if (twice > 0) {
            gaps.add("addresses that several rows have: " + twice
                    + "; the last row counts, with the tags and lists of all");
        }
    }

    private static void each(PluginFile file, Consumer<TabularRow.Data> look) {
        try (TabularReader reader = file.table().read()) {
            for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                if (row instanceof TabularRow.Data data) {
                    look.accept(data);
                }
            }
        }
    }

    private void see(PluginFile file, SourceEntry.Read read, Map<String, Map<String, Set<String>>> seen) {
        String id = read.record().ref().id();
        if (file.object() != PluginObject.CONTACT) {
            return;
        }
        contacts++;
        Map<String, Set<String>> known = seen.get(id);
        Map<String, Set<String>> own = new HashMap<>();
        UNITED.forEach(key -> read.record().value(key).ifPresent(value -> own.put(key, names(value))));
        if (known == null) {
            seen.put(id, own);
            return;
        }
        known.put("again", Set.of());
        own.forEach((key, names) -> known.merge(key, names, (before, now) -> {
            Set<String> all = new LinkedHashSet<>(before);
            all.addAll(now);
            return all;
        }));
        UNITED.stream().filter(known::containsKey).forEach(key -> united.put(id + "\n" + key, known.get(key)));
    }

    private static Set<String> names(Object value) {
        Set<String> names = new LinkedHashSet<>();
        ((List<?>) value).forEach(name -> names.add(name.toString()));
        return names;
    }

    @Override
    public Catalog catalog() {
        List<ObjectDescription> objects = new ArrayList<>();
        for (PluginObject object : List.of(PluginObject.COMPANY, PluginObject.CONTACT)) {
            List<PluginFile> own =
                    files.stream().filter(file -> file.object() == object).toList();
            if (!own.isEmpty()) {
                objects.add(describe(object, own));
            }
        }
        return new Catalog("nextcrm-plugin:" + folder.name(), objects, List.of());
    }

    private ObjectDescription describe(PluginObject object, List<PluginFile> own) {
        Map<String, FieldDescription> fields = new LinkedHashMap<>();
        object.fields().forEach((key, field) -> {
            if (own.stream().anyMatch(file -> file.known().containsValue(key))) {
                fields.put(key, field.describe(key));
            }
        });
        own.forEach(file -> file.custom().values().forEach(label -> fields.putIfAbsent(label, custom(label))));
        return new ObjectDescription(ObjectType.of(object.type()), List.copyOf(fields.values()), ObjectTraits.SOURCE);
    }

    private FieldDescription custom(String label) {
        CellShape shape = types.of(label);
        FieldDescription.Builder field =
                FieldDescription.builder(label, shape.type()).label(label).custom();
        if (shape == CellShape.YES_NO) {
            field.options(List.of(Option.of("Yes", "Yes"), Option.of("No", "No")));
        }
        return field.build();
    }

    @Override
    public RecordCursor read(ReadRequest request) {
        List<PluginFile> own = files.stream()
                .filter(file -> file.object().type().equals(request.type().name()))
                .toList();
        return own.isEmpty() ? List::of : new PluginCursor(own, rows, united, request.from(), options.complete());
    }

    @Override
    public SourceInventory inventory() {
        List<String> all = new ArrayList<>(gaps);
        all.add("edition: plugin; extraction method: exported CSV files");
        all.addAll(PluginOutline.NOT_EXPORTED);
        all.add("times name no zone and were read as " + options.zone());
        if (automations.lines().isEmpty()) {
            all.add("no automations and sequences were given as JSON: they are not exported, ask the customer for"
                    + " them");
        }
        if (options.contactsInPlugin() > contacts) {
            all.add("the plugin shows " + options.contactsInPlugin() + " contacts, the export has " + contacts
                    + ": a plan's limit may have cut it");
        }
        return new SourceInventory(automations.lines(), all, automations.definitions());
    }
}
