package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.cells.DateOrder;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import dev.crmmigration.toolkit.tabular.Table;
import dev.crmmigration.toolkit.tabular.TabularColumn;
import dev.crmmigration.toolkit.tabular.TabularFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of an export, each told by its header. Immutable once made. */
final class KartraExport {

    /** All that Kartra exports, parents first. Which one a file holds is decided by its columns, ties by this order. */
    static final List<KartraObject> OBJECTS =
            List.of(new Contacts(), new Affiliates(), new Subscriptions(), new Transactions(), new Appointments());

    private static final Set<String> HEADERS = Stream.concat(
                    OBJECTS.stream()
                            .flatMap(object -> object.fields().stream())
                            .flatMap(field -> field.names().stream()),
                    Dictionaries.HEADERS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final String name;
    private final Dictionaries dictionaries = new Dictionaries();
    private final Map<KartraObject, List<ExportFile>> files = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private String currency = "";
    private boolean isCurrencyGuessed;

    private KartraExport(String name) {
        this.name = name;
    }

    /** @throws ConfigurationException if no file is known, or one lacks a column without which it cannot be read */
    static KartraExport of(ExportFolder folder, KartraSettings settings) {
        KartraExport export = new KartraExport(folder.name());
        Map<KartraObject, List<TabularFile>> tables = new LinkedHashMap<>();
        OBJECTS.forEach(object -> tables.put(object, new ArrayList<>()));
        for (String file : folder.files()) {
            export.recognise(folder, file, tables);
        }
        tables.values().removeIf(List::isEmpty);
        if (tables.isEmpty()) {
            throw new ConfigurationException("setting 'export' names " + settings.export()
                    + ", but none of the " + folder.files().size()
                    + " files there has the columns of Kartra's contacts,"
                    + " transactions, subscriptions, appointments or affiliates. Export them from Kartra as CSV");
        }
        export.bind(tables, settings);
        return export;
    }

    private void recognise(ExportFolder folder, String file, Map<KartraObject, List<TabularFile>> tables) {
        String lower = file.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json") && dictionaries.takeJson(folder, file)) {
            return;
        }
        if (!lower.endsWith(".csv")
                && !lower.endsWith(".csv.gz")
                && !lower.endsWith(".txt")
                && !lower.endsWith(".tsv")) {
            unknown.add(file);
            return;
        }
        TabularFile table = TabularFile.open(folder, file, HEADERS);
        Optional<KartraObject> object = objectOf(table);
        if (object.isPresent()) {
            tables.computeIfAbsent(object.get(), any -> new ArrayList<>()).add(table);
        } else if (!dictionaries.take(table)) {
            unknown.add(file);
        }
    }

    /** The object that knows most of the columns, among them one that tells it from others. */
    private static Optional<KartraObject> objectOf(TabularFile table) {
        KartraObject best = null;
        int most = 1;
        for (KartraObject object : OBJECTS) {
            Set<String> keys = known(object, table.columns());
            boolean isTold = object.fields().stream().anyMatch(field -> field.telling() && keys.contains(field.key()));
            if (isTold && keys.size() > most) {
                best = object;
                most = keys.size();
            }
        }
        return Optional.ofNullable(best);
    }

    private static Set<String> known(KartraObject object, List<TabularColumn> columns) {
        return new ColumnBinder(object)
                .bind(columns).stream()
                        .map(BoundColumn::key)
                        .filter(key -> object.fields().stream()
                                .anyMatch(field -> field.key().equals(key)))
                        .collect(Collectors.toSet());
    }

    private void bind(Map<KartraObject, List<TabularFile>> tables, KartraSettings settings) {
        Map<TabularFile, List<BoundColumn>> bound = new LinkedHashMap<>();
        tables.forEach((object, all) -> {
            ColumnBinder binder = new ColumnBinder(object);
            all.sort(ExportFile.order());
            all.forEach(table -> bound.put(table, binder.bind(table.columns())));
        });
        chooseCurrency(bound.values(), settings);
        new HeaderCheck(currency).check(tables, bound);
        tables.forEach((object, all) -> files.put(
                object,
                all.stream()
                        .map(table -> file(object, table, bound.getOrDefault(table, List.of()), settings))
                        .toList()));
    }

    private ExportFile file(
            KartraObject object, TabularFile table, List<BoundColumn> columns, KartraSettings settings) {
        Optional<Instant> exported = ExportName.moment(table.name());
        // Kartra itself writes dates with dashes, and the day first (names of its export files).
        ReadingOptions options = settings.reading().dashOrder(DateOrder.DAY_FIRST);
        return new ExportFile(
                Table.of(
                        object.file(),
                        table,
                        CellColumns.of(object, columns),
                        exported.map(options::exported).orElse(options)),
                exported,
                columns,
                new RowReader(object, columns, settings, currency));
    }

    /** If all headers that name a currency name the same, it is that of the others as well. */
    private void chooseCurrency(Collection<List<BoundColumn>> bound, KartraSettings settings) {
        Set<String> named = new TreeSet<>();
        bound.forEach(columns -> columns.stream()
                .filter(column -> column.kind().isMoney())
                .forEach(column -> named.add(column.currency())));
        boolean someNameNone = named.remove("");
        isCurrencyGuessed = settings.currency().isEmpty() && named.size() == 1 && someNameNone;
        currency = isCurrencyGuessed ? String.join("", named) : settings.currency();
    }

    /** Returns the name of the folder or file. */
    String name() {
        return name;
    }

    Dictionaries dictionaries() {
        return dictionaries;
    }

    /** Returns the objects that have a file, parents first. */
    Set<KartraObject> objects() {
        return files.keySet();
    }

    Optional<KartraObject> object(ObjectType type) {
        return files.keySet().stream()
                .filter(object -> object.type().equals(type))
                .findFirst();
    }

    /** Returns the files of an object in the order in which they are read. */
    List<ExportFile> files(KartraObject object) {
        return files.getOrDefault(object, List.of());
    }

    /** Returns the files that are of no use. */
    List<String> unknown() {
        return unknown;
    }

    /** Returns the currency that amounts were given because all others have it, if there is one. */
    Optional<String> guessedCurrency() {
        return isCurrencyGuessed ? Optional.of(currency) : Optional.empty();
    }
}
