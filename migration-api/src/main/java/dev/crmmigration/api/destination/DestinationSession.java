package dev.crmmigration.api.destination;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.util.Map;
import java.util.Optional;

/**
 * An open account. Its writer and its reader are used by several threads at once, up to the concurrency in the traits
 * of an object; everything else by one thread at a time.
 *
 * <p>The least that a platform can do is {@link #catalog} and {@link #writer}: it then cannot be verified, and an
 * attempt in doubt waits for a person.
 */
public interface DestinationSession extends AutoCloseable {

    /**
     * Describes the account as it is now: objects with their fields, options and traits, and users.
     *
     * <p>Costs calls; the engine asks when it opens, after {@code prepare} and when it resumes.
     */
    Catalog catalog();

    /**
     * Looks at the account before anything is written: rights, plan, features, and what is decided by settings. Changes
     * nothing.
     *
     * @throws dev.crmmigration.api.error.ConnectorException if the account could not be asked
     */
    default Preflight preflight() {
        return Preflight.NONE;
    }

    RecordWriter writer();

    /** Returns the reader; it is asked only about objects whose traits say that they can be read back. */
    default RecordReader reader() {
        throw new UnsupportedOperationException("this destination cannot be read back");
    }

    /** Returns the editor of the schema; without one a person has to make what is missing. */
    default SchemaEditor schema() {
        return SchemaEditor.NONE;
    }

    /** Returns what calls cost; without it nothing is forecast and nothing is limited. */
    default Pricing pricing() {
        return Pricing.FREE;
    }

    /**
     * Says what the platform will hold for a value, and what is lost by it. Pure and idempotent, without I/O: the engine
     * compares {@code canonical(sent)} with {@code canonical(read)}, and lists every loss before the run.
     *
     * @param type the object
     * @param field one of its fields; one that is only planned yet has an empty platform type
     * @param value a value as a write has it
     */
    default Stored canonical(ObjectType type, FieldDescription field, Object value) {
        return Stored.as(value);
    }

    /**
     * Says what a file will look like when it is read back, so that it can be verified: its name, its size, the record that
     * it hangs on. Pure, without I/O.
     */
    default Map<String, FieldValue> attached(Write.Attach file) {
        return Map.of();
    }

    /**
     * Says when a record was last changed, and by whom, as far as the platform tells. Pure, without I/O: from what the
     * reader has given of the record. It tells edits of people from values that were lost without one.
     */
    default Optional<LastChange> lastChange(CrmRecord record) {
        return Optional.empty();
    }

    /** Returns the address at which a person sees a record in the browser, if there is one. Pure, without I/O. */
    default Optional<String> link(RecordRef record) {
        return Optional.empty();
    }

    /** Frees what the session holds. A second call does nothing. */
    @Override
    default void close() {}
}
