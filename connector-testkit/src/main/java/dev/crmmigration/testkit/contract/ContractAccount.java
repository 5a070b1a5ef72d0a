package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.record.ObjectType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The account that {@link DestinationContract} tries its rules on: a simulator or a sandbox. It may hold records already;
 * the kit takes its own away after each rule, where they can be deleted.
 */
public interface ContractAccount extends AutoCloseable {

    Destination destination();

    Settings settings();

    /** Returns the platform's clock. */
    Clock clock();

    /** Lets time pass on {@link #clock}: advances the clock of a simulator, sleeps in front of a sandbox. */
    void pass(Duration time) throws InterruptedException;

    /** Returns at least one sample for every object; together they give every field that a create can set. */
    List<Sample> samples();

    /** Returns what the samples need beyond a bare account, one of every kind that can be made; a part after its whole. */
    default List<SchemaElement> schema() {
        return List.of();
    }

    default HttpSettings http() {
        return HttpSettings.DEFAULT;
    }

    /**
     * Makes something go wrong until {@link #end}.
     *
     * @return whether this account can; if not, what depends on it stays unchecked and is reported as skipped
     */
    default boolean begin(Fault fault) {
        return false;
    }

    /** Lets everything go right again. */
    default void end() {}

    /** Returns the ids of the live records of an object, not asking the connector; empty if nobody else knows. */
    default Optional<Set<String>> liveIds(ObjectType type) {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
