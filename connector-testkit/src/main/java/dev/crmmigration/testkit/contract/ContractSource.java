package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The export or account that {@link SourceContract} tries its rules on. Give it records of every object, more than a page
 * holds of one of them, and attachments if the platform has any. The hooks, all but the first two methods, tell the kit
 * what only you know; without one the rules that need it stay unchecked and are reported as skipped.
 */
public interface ContractSource extends AutoCloseable {

    Source source();

    /** Returns settings with which {@link #source} opens; a new session sees what the hooks have changed. */
    Settings settings();

    /** Returns the platform's clock; the one of the simulator if there is one. */
    default Clock clock() {
        return SimulatorClock.system();
    }

    /** Lets time pass on {@link #clock}: advances the clock of a simulator, sleeps in front of an account. */
    default void pass(Duration time) throws InterruptedException {
        throw new UnsupportedOperationException("the source waits, so its test needs clock() and pass()");
    }

    default HttpSettings http() {
        return HttpSettings.DEFAULT;
    }

    /** Returns settings that {@link #source} has to refuse, each by the name of the setting that is wrong in them. */
    default Map<String, Settings> wrong() {
        return Map.of();
    }

    /** Returns how many rows of an object there are now, good and bad ones, not asking the connector. */
    default OptionalLong rows(ObjectType type) {
        return OptionalLong.empty();
    }

    /** Adds a row that cannot be read, or makes one so that is there. It may stay. */
    default Optional<BrokenRow> breakRow(ObjectType type) {
        return Optional.empty();
    }

    /**
     * Changes two records or more of an object at one moment, later than all changes before, and no others of it. A source
     * that cannot tell what has changed may just name two.
     */
    default Optional<Change> change(ObjectType type) {
        return Optional.empty();
    }

    /** Deletes a record or more of an object at one moment, where the source can tell what was deleted. */
    default Optional<Change> delete(ObjectType type) {
        return Optional.empty();
    }

    /**
     * Makes something go wrong until {@link #end}. The kit calls {@link #end} before it tries again, so that a fault that
     * happens once may as well go on until then. {@link Fault#ANSWER_LOST} is never asked for.
     *
     * @return whether this source can
     */
    default boolean begin(Fault fault) {
        return false;
    }

    /** Lets everything go right again. */
    default void end() {}

    @Override
    default void close() {}

    /**
     * A row that cannot be read.
     *
     * @param origin where it stands
     * @param text what stands in it and must not be shown, at least four characters
     */
    record BrokenRow(Origin origin, String text) {

        /** Leaves out the text. */
        @Override
        public String toString() {
            return "BrokenRow[" + origin + "]";
        }
    }

    /**
     * Records that changed or were deleted.
     *
     * @param at when, to the precision of the platform
     * @param records all of them
     */
    record Change(Instant at, List<RecordRef> records) {

        public Change {
            records = List.copyOf(records);
        }
    }
}
