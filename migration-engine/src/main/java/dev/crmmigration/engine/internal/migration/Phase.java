package dev.crmmigration.engine.internal.migration;

import java.util.Locale;

/** How far a migration is: the last step that was completed (or, for a run, begun). */
enum Phase {
    NEW("extract"),
    EXTRACTED("plan"),
    PLANNED("read plan.json, answer its questions, approve"),
    APPROVED("prepare"),
    PREPARED("run, or sample first"),
    RAN("run until nothing is open, then verify"),
    VERIFIED("delta if the source has changed, freeze and cutover, or roll back"),
    ROLLING_BACK("rollback until it is complete"),
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
        EXTRACT,
        PLAN,
        APPROVE,
        PREPARE,
        REHEARSE,
        ACCEPT_REHEARSAL("accept the rehearsal"),
        SAMPLE,
        ACCEPT_SAMPLE("accept the sample"),
        RUN,
        DELTA,
        VERIFY,
        SPOT_CHECK("spot check"),
        FREEZE,
        CUTOVER,
        DRIFT,
        REPAIR,
        ACCEPT,
        ROLLBACK;

        private final String text;

        Step() {
            this.text = name().toLowerCase(Locale.ROOT);
        }

        Step(String text) {
            this.text = text;
        }

        boolean isAllowedIn(Phase phase) {
            return switch (this) {
                case EXTRACT -> phase.compareTo(APPROVED) <= 0;
                case PLAN -> phase != NEW;
                case APPROVE -> phase.compareTo(PLANNED) >= 0 && phase != ROLLING_BACK;
                case PREPARE -> phase == APPROVED || phase == PREPARED;
                case REHEARSE, ACCEPT_REHEARSAL -> phase == APPROVED || phase == PREPARED;
                case SAMPLE, ACCEPT_SAMPLE -> phase == PREPARED;
                case RUN -> phase == PREPARED || phase == RAN || phase == VERIFIED;
                // While a delta waits for a person the migration is planned or approved.
                case DELTA -> phase.compareTo(PLANNED) >= 0 && phase.compareTo(VERIFIED) <= 0;
                case VERIFY, SPOT_CHECK, DRIFT, REPAIR -> phase == RAN || phase == VERIFIED;
                case FREEZE -> phase != ROLLING_BACK && phase != ROLLED_BACK;
                case CUTOVER -> phase.compareTo(PLANNED) >= 0 && phase.compareTo(VERIFIED) <= 0;
                case ACCEPT -> true;
                // An unfinished prepare may have changed the schema already.
                case ROLLBACK -> phase.compareTo(PLANNED) >= 0;
            };
        }

        /** Tells whether the step is no more once the destination is the system of record: it would write there. */
        boolean endsWithCutover() {
            return switch (this) {
                case EXTRACT,
                        APPROVE,
                        PREPARE,
                        REHEARSE,
                        ACCEPT_REHEARSAL,
                        SAMPLE,
                        ACCEPT_SAMPLE,
                        RUN,
                        DELTA,
                        FREEZE,
                        CUTOVER -> true;
                case PLAN, VERIFY, SPOT_CHECK, DRIFT, REPAIR, ACCEPT, ROLLBACK -> false;
            };
        }

        /** Tells whether the step is no more once the migration was accepted. */
        boolean endsWithAcceptance() {
            return switch (this) {
                case PLAN, VERIFY, SPOT_CHECK, DRIFT -> false;
                case EXTRACT,
                        APPROVE,
                        PREPARE,
                        REHEARSE,
                        ACCEPT_REHEARSAL,
                        SAMPLE,
                        ACCEPT_SAMPLE,
                        RUN,
                        DELTA,
                        FREEZE,
                        CUTOVER,
                        REPAIR,
                        ACCEPT,
                        ROLLBACK -> true;
            };
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
