package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Catalog;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the open account, read when first needed and again after the schema changed. Thread-safe. */
final class Account {

    private final String name;
    private final AccountCatalog reader;
    private volatile @Nullable Map<PipedriveObject, RecordShape> shapes;

    Account(String name, AccountCatalog reader) {
        this.name = name;
        this.reader = reader;
    }

    /** Reads the account anew. */
    synchronized Catalog catalog() {
        AccountCatalog.Reading reading = reader.read(name);
        shapes = reading.shapes();
        return reading.catalog();
    }

    RecordShape shape(PipedriveObject object) {
        return find(object).orElseThrow(() -> new IllegalStateException("the catalog lacks " + object));
    }

    /** Returns how the records of an object look; empty if the account has no such object. */
    Optional<RecordShape> find(PipedriveObject object) {
        Map<PipedriveObject, RecordShape> known = shapes;
        return Optional.ofNullable((known == null ? read() : known).get(object));
    }

    private synchronized Map<PipedriveObject, RecordShape> read() {
        Map<PipedriveObject, RecordShape> known = shapes;
        if (known != null) {
            return known;
        }
        AccountCatalog.Reading reading = reader.read(name);
        shapes = reading.shapes();
        return reading.shapes();
    }

    /** Forgets the fields: the schema changed. */
    void forget() {
        shapes = null;
    }
}
