package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.catalog.Catalog;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an open account, read when first needed and again after the schema changed. Thread-safe.
 *
 * @param <K> names an object
 * @param <S> says how its records look
 */
public final class KnownAccount<K, S> {

    private final Supplier<Reading<K, S>> reader;
    private volatile @Nullable Map<K, S> shapes;

    public KnownAccount(Supplier<Reading<K, S>> reader) {
        this.reader = reader;
    }

    /**
     * The account as it is now.
     *
     * @param shapes how the records of the objects in the catalog look
     */
    public record Reading<K, S>(Catalog catalog, Map<K, S> shapes) {}

    /** Reads the account anew. */
    public synchronized Catalog catalog() {
        Reading<K, S> reading = reader.get();
        shapes = reading.shapes();
        return reading.catalog();
    }

    /** Returns how the records of an object of the catalog look. */
    public S shape(K object) {
        return find(object).orElseThrow(() -> new IllegalStateException("the catalog lacks " + object));
    }

    /** Returns how the records of an object look; empty if the account has no such object. */
    public Optional<S> find(K object) {
        Map<K, S> known = shapes;
        return Optional.ofNullable((known == null ? read() : known).get(object));
    }

    private synchronized Map<K, S> read() {
        Map<K, S> known = shapes;
        if (known != null) {
            return known;
        }
        Map<K, S> read = reader.get().shapes();
        shapes = read;
        return read;
    }

    /** Forgets the fields: the schema changed. */
    public void forget() {
        shapes = null;
    }
}
