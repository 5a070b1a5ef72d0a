package dev.crmmigration.api.connector;

import dev.crmmigration.api.budget.Meter;
import java.time.Clock;
import java.time.Instant;

/** What the engine lends a connector. Nothing else in a connector reads the time or waits. Used by several threads. */
public interface ConnectorContext {

    /** Returns the clock of the migration. */
    Clock clock();

    /**
     * Waits until the clock shows {@code moment}; returns at once if it is past.
     *
     * @throws InterruptedException if the migration is stopped meanwhile
     */
    void sleepUntil(Instant moment) throws InterruptedException;

    /** Returns the meter of an account, the same one for every session to it within one budget. */
    Meter meter(String account);

    HttpSettings http();
}
