package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Status.Mark;
import dev.crmmigration.engine.internal.journal.Journal;
import java.time.Instant;
import java.util.Optional;

/** Somebody's consent to what a plan has done; it holds for that very plan only. */
final class PlanConsent {

    private final Journal journal;
    private final String name;

    /** @param name under which the journal keeps it */
    PlanConsent(Journal journal, String name) {
        this.journal = journal;
        this.name = name;
    }

    void give(String fingerprint, String by, Instant at) {
        journal.fact(name, fingerprint + " " + at + " " + by);
    }

    /** Returns who has consented to the plan that is approved now, and when. */
    Optional<Mark> given() {
        return journal.fact(name)
                .map(fact -> fact.split(" ", 3))
                .filter(parts ->
                        journal.fact("approved").filter(parts[0]::equals).isPresent())
                .map(parts -> new Mark(Instant.parse(parts[1]), parts[2]));
    }
}
