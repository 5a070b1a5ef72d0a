package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Rollback;
import dev.crmmigration.engine.Status.Mark;
import dev.crmmigration.engine.Status.Window;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.engine.internal.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The moments by which a business goes over to the destination: first run, freeze, cutover, acceptance. */
final class Milestones {

    private static final String FIRST_RUN = "first run";
    private static final String FREEZE = "freeze";
    private static final String CUTOVER = "cutover";
    private static final String ACCEPTANCE = "acceptance";

    private final Journal journal;
    private final Clock clock;
    private final Duration deltaWindow;
    private final Duration hypercare;

    Milestones(Journal journal, Clock clock, Duration deltaWindow, Duration hypercare) {
        this.journal = journal;
        this.clock = clock;
        this.deltaWindow = deltaWindow;
        this.hypercare = hypercare;
    }

    /** Returns after which moment the source must not change, and who has said so. */
    Optional<Mark> freeze() {
        return mark(FREEZE);
    }

    /** Returns since when the destination is the system of record. */
    Optional<Mark> cutover() {
        return mark(CUTOVER);
    }

    Optional<Mark> acceptance() {
        return mark(ACCEPTANCE);
    }

    private Optional<Mark> mark(String name) {
        return journal.fact(name)
                .map(fact -> fact.split(" ", 2))
                .map(parts -> new Mark(Instant.parse(parts[0]), parts[1]));
    }

    void freeze(Mark mark) {
        set(FREEZE, mark);
    }

    void cutover(Mark mark) {
        set(CUTOVER, mark);
    }

    void acceptance(Mark mark) {
        set(ACCEPTANCE, mark);
    }

    private void set(String name, Mark mark) {
        journal.fact(name, mark.at() + " " + mark.by());
    }

    /** Says that a run has come to its end; only the first one counts. */
    void ran() {
        if (journal.fact(FIRST_RUN).isEmpty()) {
            journal.fact(FIRST_RUN, clock.instant().toString());
        }
    }

    /** Says that something is being taken back: nobody can work with the destination as the only truth any more. */
    void takenBack(Rollback.Extent extent) {
        journal.forget(CUTOVER);
        if (extent == Rollback.Extent.EVERYTHING) {
            journal.forget(FREEZE);
            journal.forget(FIRST_RUN);
        }
    }

    /** Returns how long deltas are expected to bring the destination up to the source: from the end of the first run. */
    Window deltaWindow() {
        return window(deltaWindow, journal.fact(FIRST_RUN).map(Instant::parse));
    }

    /** Returns how long somebody looks for what went wrong: from the cutover. */
    Window hypercare() {
        return window(hypercare, cutover().map(Mark::at));
    }

    private Window window(Duration length, Optional<Instant> begin) {
        Optional<Instant> end = begin.map(moment -> moment.plus(length));
        Duration left = end.map(moment -> Duration.between(clock.instant(), moment))
                .filter(duration -> !duration.isNegative())
                .orElse(Duration.ZERO);
        return new Window(length, end, end.isPresent() ? left : length);
    }

    /** Tells whether the time after the cutover is over in which single records are repaired. */
    boolean isHypercareOver() {
        return hypercare().ends().filter(end -> !clock.instant().isBefore(end)).isPresent();
    }

    /** Checks that a step can still be called: after a cutover the destination belongs to the people who work there. */
    void check(Phase.Step step) {
        acceptance().ifPresent(mark -> {
            if (step.endsWithAcceptance()) {
                throw new StepOrderException(step + " cannot be called any more: the migration was accepted at "
                        + mark.at() + ". What is wrong now is put right at the destination");
            }
        });
        cutover().ifPresent(mark -> {
            if (step.endsWithCutover()) {
                throw new StepOrderException(
                        step + " cannot be called any more: the destination is the system of record" + " since "
                                + mark.at() + ". Next: " + next(Phase.VERIFIED, false));
            }
        });
        if (step == Phase.Step.ACCEPT && cutover().isEmpty()) {
            throw new StepOrderException("accept cannot be called now: nothing was cut over. Next: cutover");
        }
    }

    /** Names what the migration has come to. */
    String phase(Phase phase) {
        if (acceptance().isPresent()) {
            return "accepted";
        }
        return cutover().isPresent() ? "cut over" : phase.toString();
    }

    /**
     * Says what to do next.
     *
     * @param isAfterFreeze whether what was read last was taken after the freeze
     */
    String next(Phase phase, boolean isAfterFreeze) {
        if (acceptance().isPresent()) {
            return "nothing; keep the workspace as long as the audit is needed";
        }
        if (cutover().isPresent()) {
            return "verify --drift every day until "
                    + hypercare().ends().map(Instant::toString).orElse("the end")
                    + ", repair what was lost, then accept; or roll back";
        }
        if (freeze().isPresent() && (phase == Phase.RAN || phase == Phase.VERIFIED)) {
            if (!isAfterFreeze) {
                return "export the source for the last time, then delta";
            }
            return phase == Phase.VERIFIED
                    ? "cutover, or roll back"
                    : "run until nothing is open, verify, then cutover";
        }
        return phase.next();
    }
}
