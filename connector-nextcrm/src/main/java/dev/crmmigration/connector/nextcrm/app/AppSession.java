package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Automation;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.connector.nextcrm.files.FileStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The open database. Everything that is read of it is of one moment. */
final class AppSession implements SourceSession {

    private final Database database;
    private final AppOptions options;
    private final AppFields fields;
    private final StoredFiles files;

    private AppSession(Database database, AppOptions options, AppFields fields, FileStores stores) {
        this.database = database;
        this.options = options;
        this.fields = fields;
        this.files = new StoredFiles(database, stores, fields.schema());
    }

    static AppSession of(Database database, AppOptions options, FileStores stores) {
        String schemaName = database.access().schema();
        Map<String, Relation> relations =
                database.read("looking at the tables", connection -> Relations.of(connection, schemaName));
        AppSchema schema = AppSchema.of(relations, options.leftOut(), database.access());
        Map<String, List<String>> enums =
                database.read("looking at the enums", connection -> Relations.enums(connection, schemaName));
        SmallTables small = database.read("reading small tables", connection -> SmallTables.read(connection, schema));
        return new AppSession(
                database, options, new AppFields(schema, enums, small, schema.objects(), options.currency()), stores);
    }

    @Override
    public Catalog catalog() {
        DatabaseAccess access = database.access();
        Map<String, Map<String, FieldDescription>> objects = new LinkedHashMap<>();
        for (AppTable table : fields.schema().tables()) {
            Map<String, FieldDescription> described =
                    objects.computeIfAbsent(table.object(), any -> new LinkedHashMap<>());
            table.constants()
                    .keySet()
                    .forEach(key -> described.putIfAbsent(
                            key, FieldDescription.builder(key, FieldType.TEXT).build()));
            table.columns().forEach(column -> described.putIfAbsent(column.key(), fields.describe(table, column)));
        }
        List<ObjectDescription> descriptions = new ArrayList<>();
        objects.forEach((object, described) -> descriptions.add(
                new ObjectDescription(ObjectType.of(object), List.copyOf(described.values()), ObjectTraits.SOURCE)));
        return new Catalog("nextcrm-app:" + access.database() + "." + access.schema(), descriptions, List.of());
    }

    @Override
    public RecordCursor read(ReadRequest request) {
        List<AppTable> tables = fields.schema().tables().stream()
                .filter(table -> table.object().equals(request.type().name()))
                .toList();
        if (tables.isEmpty()) {
            return List::of;
        }
        boolean isChanges = options.changesOnly()
                && request.changedSince().isPresent()
                && tables.stream()
                        .noneMatch(table -> table.wholeOnly() || table.changed().isEmpty());
        Optional<Instant> since = isChanges ? request.changedSince().map(moment -> earlier(moment)) : Optional.empty();
        RebuiltTables rebuilt = new RebuiltTables(database, fields.schema());
        return new TableCursor(
                database,
                tables.stream().map(table -> pages(table, since)).toList(),
                rebuilt,
                isChanges ? Optional.of(present(tables, rebuilt)) : Optional.empty());
    }

    /** What says that a row changed says nothing when somebody deleted it: then only its id is missing. */
    private RecordCursor.Present present(List<AppTable> tables, RebuiltTables rebuilt) {
        TableCursor ids = new TableCursor(
                database,
                tables.stream()
                        .map(table -> pages(table.with(List.of(), table.deleted(), List.of()), Optional.empty()))
                        .toList(),
                rebuilt,
                Optional.empty());
        return () -> ids.next().stream()
                .map(entry -> entry.match(
                        read -> read.record().ref().id(),
                        aside -> "",
                        deleted -> deleted.ref().id()))
                .toList();
    }

    /** Whoever asks from the beginning of time on asks for everything. */
    private Instant earlier(Instant moment) {
        return moment.isBefore(Instant.EPOCH.plus(options.overlap())) ? Instant.EPOCH : moment.minus(options.overlap());
    }

    private TablePages pages(AppTable table, Optional<Instant> since) {
        return new TablePages(
                table,
                fields.schema().known(table.table()),
                fields,
                since,
                options.pageRows(),
                database.access().schema());
    }

    @Override
    public Content open(String attachmentId) {
        return files.open(attachmentId);
    }

    @Override
    public SourceInventory inventory() {
        List<String> gaps = new ArrayList<>(fields.schema().gaps());
        gaps.add("edition: application; extraction method: the PostgreSQL database");
        gaps.addAll(AppOutline.NOT_THERE);
        if (fields.defaultCurrency().isEmpty()) {
            gaps.add("NextCRM names no default currency; amounts without one are put aside unless 'currency' is set");
        }
        gaps.addAll(files.gaps());
        List<Automation> sequences =
                database.read("reading campaigns", connection -> CampaignSequences.read(connection, fields.schema()));
        return new SourceInventory(
                sequences.stream().map(CampaignSequences::line).toList(), gaps, sequences);
    }

    @Override
    public void close() {
        database.close();
    }
}
