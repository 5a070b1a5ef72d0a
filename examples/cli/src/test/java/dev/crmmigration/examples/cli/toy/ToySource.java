package dev.crmmigration.examples.cli.toy;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a file with a name on each line; a line that begins with {@code #} cannot be read. */
public final class ToySource implements Source {

    public static final String DEFECT = "defect";

    static final ObjectType NAME = ObjectType.of("name");

    @Override
    public String platform() {
        return "toy";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.required("export", "The file of names"));
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        Path file = Path.of(settings.get("export").orElseThrow());
        if (!Files.exists(file)) {
            throw new ConfigurationException("setting 'export': the file " + file.getFileName() + " does not exist");
        }
        return new Session(file);
    }

    private record Session(Path file) implements SourceSession {

        @Override
        public Catalog catalog() {
            FieldDescription name =
                    FieldDescription.builder("name", FieldType.TEXT).build();
            return new Catalog(
                    "toy", List.of(new ObjectDescription(NAME, List.of(name), ObjectTraits.SOURCE)), List.of());
        }

        @Override
        public RecordCursor read(ReadRequest request) {
            return new Cursor(entries());
        }

        private List<SourceEntry> entries() {
            List<SourceEntry> entries = new ArrayList<>();
            for (String line : lines()) {
                Origin origin = new Origin(String.valueOf(file.getFileName()), entries.size() + 1L);
                if (line.startsWith(DEFECT)) {
                    throw new IllegalStateException("a defect that shows " + line);
                }
                entries.add(
                        line.startsWith("#")
                                ? new SourceEntry.Quarantined(NAME, origin, "name", "comment")
                                : SourceEntry.Read.of(
                                        CrmRecord.builder("name", "n" + origin.line())
                                                .put("name", line)
                                                .build(),
                                        origin));
            }
            return entries;
        }

        private List<String> lines() {
            try {
                return Files.readAllLines(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Cursor implements RecordCursor {
        private List<SourceEntry> left;

        Cursor(List<SourceEntry> entries) {
            left = entries;
        }

        @Override
        public List<SourceEntry> next() {
            List<SourceEntry> page = left;
            left = List.of();
            return page;
        }

        @Override
        public Coverage coverage() {
            return Coverage.FULL;
        }
    }
}
