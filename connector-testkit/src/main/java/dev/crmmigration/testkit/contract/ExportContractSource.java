package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An export of files, one for each object, for {@link SourceContract}. Its setting is called {@code export}; every object has as
 * many rows as it has keys here.
 */
public abstract class ExportContractSource implements ContractSource {

    /** A cell that fits nowhere; put it into {@link #broken}. */
    protected static final String CELL = "Confidential";

    private final Path folder;
    private final Path away;
    private final Source source;
    private final Map<String, Table> tables = new HashMap<>();

    /** The file of an object, the ids of its records, and a row that cannot be read, or empty text. */
    private record Table(String file, List<String> keys, String broken) {}

    /** @param parent the folder below which the export lies */
    protected ExportContractSource(Path parent, Source source) {
        this.folder = parent.resolve("export");
        this.away = parent.resolve("away");
        this.source = source;
    }

    /** Returns the files, to write more of them. */
    protected final ExportFiles files() {
        return new ExportFiles(folder, source);
    }

    /** Says where the rows of an object are, without a row that cannot be read. */
    protected final void object(String type, String file, List<String> keys) {
        tables.put(type, new Table(file, keys, ""));
    }

    /** Says which row of an object cannot be read; {@link #CELL} stands in it. */
    protected final void broken(String type, String row) {
        Table table = tables.getOrDefault(type, new Table("", List.of(), ""));
        tables.put(type, new Table(table.file(), table.keys(), row));
    }

    @Override
    public final Source source() {
        return source;
    }

    @Override
    public Settings settings() {
        return Settings.of("export", folder.toString());
    }

    /** Returns settings in which the folder is one that is not there. */
    protected final Settings elsewhere() {
        return settings().with("export", folder.resolve("missing").toString());
    }

    @Override
    public OptionalLong rows(ObjectType type) {
        return OptionalLong.of(table(type).keys().size());
    }

    private Table table(ObjectType type) {
        return tables.getOrDefault(type.name(), new Table("", List.of(), ""));
    }

    @Override
    public Optional<BrokenRow> breakRow(ObjectType type) {
        Table table = table(type);
        if (table.broken().isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = folder.resolve(table.file());
            int line = Files.readAllLines(file).size() + 1;
            Files.writeString(file, table.broken() + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            return Optional.of(new BrokenRow(new Origin(table.file(), line), CELL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files do not tell what has changed. */
    @Override
    public Optional<Change> change(ObjectType type) {
        return Optional.of(new Change(
                Instant.EPOCH,
                table(type).keys().stream()
                        .limit(2)
                        .map(id -> new RecordRef(type, id))
                        .toList()));
    }

    @Override
    public boolean begin(Fault fault) {
        return fault == Fault.READ_FAILS && move(folder, away);
    }

    @Override
    public void end() {
        move(away, folder);
    }

    private static boolean move(Path from, Path to) {
        try {
            if (Files.exists(from)) {
                Files.move(from, to);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
