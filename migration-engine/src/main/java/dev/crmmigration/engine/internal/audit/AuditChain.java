package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Makes events that follow one another. The same calls make the same events, so a trail can be made again. */
public final class AuditChain {

    private AuditHead head;

    private AuditChain(AuditHead head) {
        this.head = head;
    }

    /** Returns a chain whose next event follows {@code head}. */
    public static AuditChain after(AuditHead head) {
        return new AuditChain(head);
    }

    /**
     * Returns the next event.
     *
     * @param at when it happened; kept to the millisecond, as the journal keeps it
     */
    public AuditEvent next(Instant at, String kind, Map<String, String> attributes) {
        Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
        AuditEvent unhashed = new AuditEvent(head.sequence() + 1, millis, kind, attributes, head.hash(), "");
        AuditEvent event = new AuditEvent(
                unhashed.sequence(), millis, kind, attributes, head.hash(), CanonicalEvent.hash(unhashed));
        head = AuditHead.of(event);
        return event;
    }

    /** Returns the end of the chain. */
    public AuditHead head() {
        return head;
    }
}
