package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;

/** A destination with persons, companies, deals and activities, one record a call, read back page by page. */
final class BenchmarkDestination implements Destination {

    static final String PLATFORM = "bench";

    /** How many calls are made at once. */
    static final int CONCURRENCY = 16;

    static final Catalog CATALOG = new Catalog(
            PLATFORM,
            List.of(
                    object("company", text("name"), text("city"), text("employees")),
                    object("person", text("name"), text("email"), text("phone"), reference("company")),
                    object("deal", text("title"), text("amount"), reference("person"), reference("company")),
                    object("activity", text("subject"), text("note"), reference("deal"), reference("person"))),
            List.of());

    private final Account account;

    BenchmarkDestination(Account account) {
        this.account = account;
    }

    private static ObjectDescription object(String type, FieldDescription... fields) {
        return new ObjectDescription(ObjectType.of(type), List.of(fields), ObjectTraits.written(CONCURRENCY));
    }

    private static FieldDescription text(String key) {
        return FieldDescription.builder(key, FieldType.TEXT).build();
    }

    private static FieldDescription reference(String type) {
        return FieldDescription.builder(type, FieldType.REFERENCE)
                .refersTo(ObjectType.of(type))
                .build();
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
    public DestinationSession open(Settings settings, ConnectorContext context) {
        return new DestinationSession() {
            @Override
            public Catalog catalog() {
                return CATALOG;
            }

            @Override
            public RecordWriter writer() {
                return batch -> batch.stream()
                        .map(write -> write.match(
                                account::create,
                                update -> unexpected("update"),
                                attach -> unexpected("attach"),
                                delete -> unexpected("delete")))
                        .toList();
            }

            @Override
            public RecordReader reader() {
                return account;
            }
        };
    }

    private static WriteOutcome unexpected(String write) {
        throw new IllegalStateException("the benchmark makes no " + write);
    }
}
