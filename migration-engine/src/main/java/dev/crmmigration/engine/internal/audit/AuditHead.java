package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;

/**
 * The end of a trail.
 *
 * @param sequence the sequence of the last event, 0 if there is none
 * @param hash its hash, empty text if there is none
 */
public record AuditHead(long sequence, String hash) {

    /** The end of a trail without events. */
    public static final AuditHead NONE = new AuditHead(0, "");

    static AuditHead of(AuditEvent event) {
        return new AuditHead(event.sequence(), event.hash());
    }

    /** Tells whether an event names this head as the one before it. */
    boolean isFollowedBy(AuditEvent event) {
        return event.sequence() == sequence + 1 && event.previousHash().equals(hash);
    }
}
