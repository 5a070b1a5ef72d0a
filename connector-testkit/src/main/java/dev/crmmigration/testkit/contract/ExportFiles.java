package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes the files of an export, for a test, and reads them through a source. Not thread-safe. */
public final class ExportFiles {

    private final Path folder;
    private final Source source;
    private Settings settings;

    /**
     * Begins an export without files; the setting {@code export} is its folder.
     *
     * @param folder where the files go
     */
    public ExportFiles(Path folder, Source source) {
        this.folder = folder;
        this.source = source;
        this.settings = Settings.of("export", folder.toString());
    }

    /** Writes a file of lines. */
    public ExportFiles file(String name, String... lines) {
        return file(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file. */
    public ExportFiles file(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a setting a value. */
    public ExportFiles setting(String name, String value) {
        settings = settings.with(name, value);
        return this;
    }

    /** Opens the export as it is now. */
    public SourceSession open() {
        return source.open(settings, new IdleContext());
    }

    /** Returns what the source says of an object. */
    public ObjectDescription describe(String type) {
        return open().catalog().object(ObjectType.of(type)).orElseThrow();
    }

    /** Reads all rows of an object. */
    public List<SourceEntry> entries(String type) {
        return entries(open(), ReadRequest.all(ObjectType.of(type)));
    }

    /** Reads all that a session gives to a request. */
    public static List<SourceEntry> entries(SourceSession session, ReadRequest request) {
        List<SourceEntry> all = new ArrayList<>();
        try (RecordCursor cursor = session.read(request)) {
            for (List<SourceEntry> page = cursor.next(); !page.isEmpty(); page = cursor.next()) {
                all.addAll(page);
            }
        }
        return all;
    }

    /** Reads all records of an object. */
    public List<CrmRecord> records(String type) {
        return entries(type).stream().flatMap(entry -> record(entry).stream()).toList();
    }

    /** Reads all records of an object with a session that is open. */
    public List<CrmRecord> records(SourceSession session, String type) {
        return entries(session, ReadRequest.all(ObjectType.of(type))).stream()
                .flatMap(entry -> record(entry).stream())
                .toList();
    }

    /** Reads the only record of an object. */
    public CrmRecord onlyRecord(String type) {
        List<CrmRecord> records = records(type);
        if (records.size() != 1) {
            throw new IllegalStateException("not one but " + records.size() + " records");
        }
        return records.get(0);
    }

    /** Returns the rules of repairs, and of rows put aside with their place: {@code contacts.csv:3 date_joined date}. */
    public List<String> remarks(String type) {
        List<String> remarks = new ArrayList<>();
        for (SourceEntry entry : entries(type)) {
            entry.match(
                    read -> remarks.addAll(read.repairs().stream()
                            .map(repair -> (repair.field() + " " + repair.rule()).strip())
                            .toList()),
                    aside -> remarks.add(aside.origin() + " " + aside.column() + " "
                            + aside.rule().substring(0, aside.rule().indexOf(':'))),
                    deleted -> remarks.add(deleted.origin() + " deleted"));
        }
        return remarks;
    }

    private static List<CrmRecord> record(SourceEntry entry) {
        return entry.match(read -> List.of(read.record()), aside -> List.of(), deleted -> List.of());
    }

    /** A context for a source that neither calls nor waits nor asks what time it is. */
    private static final class IdleContext implements ConnectorContext {

        @Override
        public Clock clock() {
            return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        }

        @Override
        public void sleepUntil(Instant moment) {
            throw new IllegalStateException("a file is read without waiting");
        }

        @Override
        public Meter meter(String account) {
            throw new IllegalStateException("a file is read without a budget");
        }

        @Override
        public HttpSettings http() {
            return HttpSettings.DEFAULT;
        }
    }
}
