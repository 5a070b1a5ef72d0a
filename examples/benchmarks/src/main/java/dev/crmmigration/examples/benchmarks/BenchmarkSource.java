package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import java.util.List;
import java.util.stream.IntStream;

/** A source whose records are made while they are read, so that it takes no memory. */
final class BenchmarkSource implements Source {

    static final String PLATFORM = "synthetic";

    private static final int PAGE = 500;

    private final BenchmarkData data;

    BenchmarkSource(BenchmarkData data) {
        this.data = data;
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public SourceSession open(Settings settings, ConnectorContext context) {
        return new SourceSession() {
            @Override
            public Catalog catalog() {
                return new Catalog(
                        PLATFORM,
                        BenchmarkData.FIELDS.keySet().stream()
                                .sorted()
                                .map(BenchmarkSource::object)
                                .toList(),
                        List.of());
            }

            @Override
            public RecordCursor read(ReadRequest request) {
                return new Cursor(request.type().name());
            }
        };
    }

    private static ObjectDescription object(String type) {
        return new ObjectDescription(
                ObjectType.of(type),
                BenchmarkData.FIELDS.getOrDefault(type, List.of()).stream()
                        .map(field ->
                                FieldDescription.builder(field, FieldType.TEXT).build())
                        .toList(),
                ObjectTraits.SOURCE);
    }

    private final class Cursor implements RecordCursor {
        private final String type;
        private int given;

        private Cursor(String type) {
            this.type = type;
        }

        @Override
        public List<SourceEntry> next() {
            int end = Math.min(given + PAGE, data.count(type));
            List<SourceEntry> page = IntStream.rangeClosed(given + 1, end)
                    .<SourceEntry>mapToObj(
                            number -> SourceEntry.Read.of(data.record(type, number), new Origin(type, number)))
                    .toList();
            given = end;
            return page;
        }
    }
}
