package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.engine.internal.audit.AuditVerification.Kind;
import java.util.Iterator;
import java.util.Optional;

/** What somebody else than the trail knows of it. Its events are told one after the other. */
public interface ExpectedTrail {

    /** Nobody knows anything of the trail: a missing end cannot be seen. */
    ExpectedTrail UNKNOWN = new ExpectedTrail() {
        @Override
        public Optional<Objection> objection(AuditEvent event) {
            return Optional.empty();
        }

        @Override
        public long length() {
            return 0;
        }
    };

    /** Returns what is wrong with the next event, which follows the one before it as it should. */
    Optional<Objection> objection(AuditEvent event);

    /** Returns how many events must be there. */
    long length();

    /**
     * What is wrong with an event.
     *
     * @param message goes on after the number of the line
     */
    record Objection(Kind kind, String message) {}

    /** Returns a trail that must end with {@code head}. */
    static ExpectedTrail endingWith(AuditHead head) {
        return new ExpectedTrail() {
            @Override
            public Optional<Objection> objection(AuditEvent event) {
                if (event.sequence() < head.sequence()) {
                    return Optional.empty();
                }
                if (event.sequence() > head.sequence()) {
                    return Optional.of(new Objection(
                            Kind.ADDED, "is beyond event " + head.sequence() + ", the last that was recorded."));
                }
                return event.hash().equals(head.hash())
                        ? Optional.empty()
                        : Optional.of(new Objection(
                                Kind.CHANGED, "is not the event that was recorded: the trail was written anew."));
            }

            @Override
            public long length() {
                return head.sequence();
            }
        };
    }

    /**
     * Returns a trail that must be as the journal says.
     *
     * @param heads the trail as it is derived from the journal, from its first event
     * @param delivered how many of them were delivered; the others may be there as well
     */
    static ExpectedTrail derived(Iterator<AuditHead> heads, long delivered) {
        return new ExpectedTrail() {
            @Override
            public Optional<Objection> objection(AuditEvent event) {
                if (!heads.hasNext()) {
                    return Optional.of(new Objection(Kind.ADDED, "is beyond the last event of the journal."));
                }
                return heads.next().equals(AuditHead.of(event))
                        ? Optional.empty()
                        : Optional.of(new Objection(
                                Kind.CHANGED,
                                "is not the event that the journal holds: the trail was written anew from there."));
            }

            @Override
            public long length() {
                return delivered;
            }
        };
    }
}
