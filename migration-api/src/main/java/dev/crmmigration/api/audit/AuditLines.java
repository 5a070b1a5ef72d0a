package dev.crmmigration.api.audit;

import java.util.Optional;

/** The events that a sink holds, read back one by one. Used by one thread. */
public interface AuditLines extends AutoCloseable {

    /**
     * Returns the next event as it is kept, oldest first, in the form of {@link AuditEvent#line}; empty after the last.
     * What the sink keeps beside it (a place, a hash) and what does not agree is no event: return the text with what
     * disagrees.
     */
    Optional<String> next();

    @Override
    void close();
}
