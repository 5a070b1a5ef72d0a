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

/** A source of invented contacts, made while they are read. */
final class PeopleSource implements Source {

    private static final int PAGE = 500;

    private final PeopleData data;

    PeopleSource(PeopleData data) {
        this.data = data;
    }

    @Override
    public String platform() {
        return BenchmarkSource.PLATFORM;
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
                List<FieldDescription> fields = data.contact(1).fields().entrySet().stream()
                        .map(field -> FieldDescription.builder(
                                        field.getKey(),
                                        field.getKey().startsWith("number") ? FieldType.INTEGER : FieldType.TEXT)
                                .build())
                        .toList();
                return new Catalog(
                        BenchmarkSource.PLATFORM,
                        List.of(new ObjectDescription(ObjectType.of("contact"), fields, ObjectTraits.SOURCE)),
                        List.of());
            }

            @Override
            public RecordCursor read(ReadRequest request) {
                return new Cursor();
            }
        };
    }

    private final class Cursor implements RecordCursor {
        private int given;

        @Override
        public List<SourceEntry> next() {
            int end = Math.min(given + PAGE, data.count());
            List<SourceEntry> page = IntStream.rangeClosed(given + 1, end)
                    .<SourceEntry>mapToObj(
                            number -> SourceEntry.Read.of(data.contact(number), new Origin("contacts", number)))
                    .toList();
            given = end;
            return page;
        }
    }
}
