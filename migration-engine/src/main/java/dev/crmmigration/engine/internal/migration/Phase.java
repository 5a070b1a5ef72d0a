package dev.crmmigration.engine.internal.migration;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a migration is: the last step that was completed (or, for a run, begun). */
enum Phase {
    NEW("extract"),
    EXTRACTED("plan"),
    PLANNED("read plan.json, answer its questions, approve"),
    APPROVED("prepare"),
    PREPARED("run"),
    RAN("run until nothing is open, then verify"),
    VERIFIED("hand over, or roll back"),
    ROLLED_BACK("plan and approve to begin again");

    private final String next;

    Phase(String next) {
        this.next = next;
    }

    /** Says what to do next. */
    String next() {
        return next;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * The steps, and when they can be called.
     *
     * <p>{@code extract} and a changed {@code plan} make an approval void; {@code approve} of a changed plan asks for a
     * new {@code prepare}; nothing else is invalidated.
     */
    enum Step {
        EXTRACT(NEW, EXTRACTED, PLANNED, APPROVED),
        PLAN(EXTRACTED, PLANNED, APPROVED, PREPARED, RAN, VERIFIED, ROLLED_BACK),
        APPROVE(PLANNED, APPROVED, PREPARED, RAN, VERIFIED, ROLLED_BACK),
        PREPARE(APPROVED, PREPARED),
        RUN(PREPARED, RAN, VERIFIED),
        VERIFY(RAN, VERIFIED),
        ROLLBACK(PREPARED, RAN, VERIFIED, ROLLED_BACK);

        private final Set<Phase> allowed;

        Step(Phase first, Phase... more) {
            allowed = EnumSet.of(first, more);
        }

        boolean isAllowedIn(Phase phase) {
            return allowed.contains(phase);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
