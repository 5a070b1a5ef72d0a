package dev.crmmigration.api.budget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps count of what is spent on one account; lent by the engine, asked by the connector before every call. Used by
 * several threads at once.
 */
public interface Meter {

    /** Says what the account may spend. Called by a connector when it opens; a later call replaces the allowances. */
    void declare(List<Allowance> allowances);

    /**
     * Takes the costs of one call, all or none, and waits as long as short windows are full.
     *
     * @param costs what the call takes; an allowance that was not declared has no limit
     * @return empty if the call may be made now; a moment (by the server's clock) before which it must not be made, if a
     *     daily allowance is gone: then nothing was taken
     * @throws InterruptedException if the wait was interrupted: then nothing was taken
     */
    Optional<Instant> acquire(List<Cost> costs) throws InterruptedException;

    /**
     * Called as the last thing before the first byte of a call that was granted, when there is a connection: time may have
     * passed since. A client that does not call this may send what must not be sent any more.
     *
     * @throws RuntimeException if the call must not be made any more, such as when another process has taken the migration
     *     over meanwhile; the client sends nothing and lets it through
     */
    default void sending() {}

    /**
     * Corrects the count by what the platform says.
     *
     * @param allowance the name of the allowance
     * @param remaining the units left in its present window by the platform's own count, at least 0
     * @param resetsAt when the window is full again, or empty if the platform did not say
     * @param serverTime the platform's clock at the reply, from its {@code Date} header
     */
    void learn(String allowance, long remaining, Optional<Instant> resetsAt, Instant serverTime);

    /** Tells what the server's clock says, from the {@code Date} header of any reply; days are counted by it. */
    void serverTime(Instant now);
}
