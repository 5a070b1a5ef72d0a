package dev.crmmigration.api.audit;

/**
 * The trail of one migration in one sink. Used by one thread. A trail that throws stops the step: nothing more is
 * written to the destination, and what is not durable here is delivered again when the trail is opened the next time.
 */
public interface AuditTrail extends AutoCloseable {

    /** Returns the last event that is durable here, or 0 if there is none: the engine goes on after it. */
    long lastSequence();

    /** Returns the hash of that event, or empty text if there is none. */
    String lastHash();

    /** Takes the next event: its sequence is one more than that of the last. */
    void record(AuditEvent event);

    /** Makes everything that was recorded durable. */
    void flush();

    @Override
    void close();
}
