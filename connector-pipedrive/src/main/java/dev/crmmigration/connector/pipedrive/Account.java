package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import java.util.EnumMap;
import java.util.Map;
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
        Catalog catalog = reader.read(name);
        shapes = shapes(catalog);
        return catalog;
    }

    private static Map<PipedriveObject, RecordShape> shapes(Catalog catalog) {
        Map<PipedriveObject, RecordShape> shapes = new EnumMap<>(PipedriveObject.class);
        for (ObjectDescription object : catalog.objects()) {
            PipedriveObject.of(object.type()).ifPresent(known -> shapes.put(known, new RecordShape(object)));
        }
        return shapes;
    }

    RecordShape shape(PipedriveObject object) {
        Map<PipedriveObject, RecordShape> known = shapes;
        RecordShape shape = (known == null ? read() : known).get(object);
        if (shape == null) {
            throw new IllegalStateException("the catalog lacks " + object);
        }
        return shape;
    }

    private synchronized Map<PipedriveObject, RecordShape> read() {
        Map<PipedriveObject, RecordShape> known = shapes;
        return known == null ? shapes(catalog()) : known;
    }

    /** Forgets the fields: the schema changed. */
    void forget() {
        shapes = null;
    }
}
