package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.internal.journal.Journal;
import java.time.Instant;
import java.util.Optional;

/** When the last verification began, and whether it closed: what a cutover rests on and drift is measured from. */
final class LastVerification {

    private static final String ENDED = "verification";

    private final Journal journal;

    LastVerification(Journal journal) {
        this.journal = journal;
    }

    /** Says that the verification that is under way has come to its end. */
    void ended(boolean closed) {
        journal.database().transaction(() -> {
            journal.fact(ENDED, journal.fact(VerifyStep.UNDER_WAY).orElseThrow() + " " + closed);
            journal.forget(VerifyStep.UNDER_WAY);
        });
    }

    /** Tells whether one is not at its end: then nothing stands of the one before it. */
    boolean isUnderWay() {
        return journal.fact(VerifyStep.UNDER_WAY).isPresent();
    }

    /** Returns when it began, by the destination's clock. */
    Optional<Instant> begunAt() {
        return journal.fact(ENDED).map(fact -> Instant.parse(fact.split(" ", 2)[0]));
    }

    boolean isClosed() {
        return journal.fact(ENDED).filter(fact -> fact.endsWith(" true")).isPresent();
    }
}
