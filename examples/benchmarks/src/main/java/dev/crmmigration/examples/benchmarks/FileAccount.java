package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An account that is a file per object, a record a line, its id the number of the line: it takes no memory. */
final class FileAccount implements Account {

    private static final int PAGE = 500;

    private final Path folder;
    private final Map<ObjectType, Table> tables = new TreeMap<>();

    FileAccount(Path folder) {
        this.folder = folder;
    }

    private static final class Table {
        private final BufferedWriter lines;
        private long records;

        private Table(Path file) throws IOException {
            lines = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        }
    }

    @Override
    public synchronized WriteOutcome create(Write.Create create) {
        try {
            Table table = table(create.type());
            table.lines.write(Json.write(RecordFields.tree(create.fields())));
            table.lines.write('\n');
            table.records++;
            RecordRef ref = new RecordRef(create.type(), String.valueOf(table.records));
            return new WriteOutcome.Written(
                    create.effect(), ref, How.CREATED, Optional.of(new CrmRecord(ref, create.fields())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Table table(ObjectType type) throws IOException {
        Table table = tables.get(type);
        if (table == null) {
            table = new Table(file(type));
            tables.put(type, table);
        }
        return table;
    }

    private Path file(ObjectType type) {
        return folder.resolve(type.name() + ".jsonl");
    }

    /** Returns how many records there are. */
    synchronized long count() {
        return tables.values().stream().mapToLong(table -> table.records).sum();
    }

    @Override
    public synchronized Pages scan(ScanRequest request) {
        try {
            Table table = table(request.type());
            table.lines.flush();
            return new Lines(request.type(), Files.newBufferedReader(file(request.type()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Lines implements Pages {
        private final ObjectType type;
        private final BufferedReader file;
        private long number;

        private Lines(ObjectType type, BufferedReader file) {
            this.type = type;
            this.file = file;
        }

        @Override
        public List<CrmRecord> next() {
            List<CrmRecord> page = new ArrayList<>(PAGE);
            file.lines().limit(PAGE).forEach(line -> page.add(record(line)));
            return page;
        }

        private CrmRecord record(String line) {
            RecordRef ref = new RecordRef(type, String.valueOf(++number));
            return RecordFields.record(ref, JsonObject.parse(line).orElseThrow());
        }
    }

    @Override
    public synchronized void close() {
        try {
            for (Table table : tables.values()) {
                table.lines.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
