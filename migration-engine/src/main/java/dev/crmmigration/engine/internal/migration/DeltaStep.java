package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.Status.Mark;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.prepare.BeforeImage;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import dev.crmmigration.engine.internal.snapshot.Succession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the source again and brings the destination up to it: what is new, what has changed, what is gone. It goes as far as
 * it can without a person; called again, it goes on where it stood.
 */
final class DeltaStep {

    /** Set while a delta is not at its end. */
    private static final String UNDER_WAY = "delta";

    private final MigrationSession session;

    DeltaStep(MigrationSession session) {
        this.session = session;
    }

    RunReport run() {
        if (!isUnderWay(session)) {
            checkBegin();
            session.journal().fact(UNDER_WAY, String.valueOf(session.generation() + 1));
        }
        int wanted = Integer.parseInt(session.journal().fact(UNDER_WAY).orElseThrow());
        if (session.generation() < wanted) {
            extract(wanted);
        }
        StepResult ready = ready();
        return ready.completion() == Completion.COMPLETE ? write() : report(ready);
    }

    /** What is open would be forgotten if the books were made anew. */
    private void checkBegin() {
        Effects effects = session.effects();
        long open = Stream.of(EffectState.PENDING, EffectState.READY, EffectState.SENT, EffectState.DOUBT)
                .mapToLong(effects::count)
                .sum();
        if (session.phase().compareTo(Phase.RAN) < 0 || open > 0) {
            throw new StepOrderException("delta cannot be called now: "
                    + (open > 0 ? open + " record(s) are still to be written" : "nothing was run yet") + ". Next: "
                    + (open > 0 ? Phase.PREPARED : session.phase()).next());
        }
    }

    private void extract(int number) {
        Optional<Instant> freeze = session.milestones().freeze().map(Mark::at);
        freeze.ifPresent(moment -> forgetOlder(number, moment));
        try (Snapshot next = Snapshot.open(session.workspace().generation(number), number)) {
            new ExtractStep(session).run(next, Succession.of(session.snapshot()), freeze);
        }
        session.reach(
                Phase.PLANNED,
                "extracted",
                Map.of("generation", String.valueOf(number)),
                () -> session.generation(number));
        forgetOlder(number);
    }

    /** What was read in part before the freeze is read anew, so that nothing of it is older than the freeze. */
    private void forgetOlder(int number, Instant freeze) {
        Optional<Instant> begun;
        try (Snapshot next = Snapshot.open(session.workspace().generation(number), number)) {
            begun = next.begunAt();
        }
        if (begun.filter(moment -> moment.isBefore(freeze)).isPresent()) {
            session.workspace().forgetGeneration(number);
        }
    }

    /** Only the last delta can be taken back alone, so what came before the generation before it is needed no more. */
    private void forgetOlder(int number) {
        for (int old = 2; old < number; old++) {
            new BeforeImage(session.journal(), old).forget();
        }
        session.workspace().forgetGeneration(number - 2);
    }

    private StepResult ready() {
        if (session.phase() == Phase.PLANNED) {
            Plan plan = new PlanStep(session).run(false);
            if (!plan.questions().isEmpty()) {
                return plan.result();
            }
            if (!plan.approved()) {
                return StepResult.of(
                        Completion.WAITS,
                        List.of("the plan is not the one that was approved. Approve it, then call delta"));
            }
            session.reach(Phase.APPROVED, "approval stands", Map.of("fingerprint", plan.fingerprint()));
        }
        return session.phase() == Phase.APPROVED
                ? new PrepareStep(session).run().result()
                : StepResult.COMPLETE;
    }

    private RunReport write() {
        RunReport report = new RunStep(session).run();
        if (report.result().completion() == Completion.COMPLETE
                || report.result().completion() == Completion.WAITS) {
            session.journal().forget(UNDER_WAY);
        }
        return report;
    }

    private RunReport report(StepResult result) {
        return RunCounts.report(session, result, 0);
    }

    /** Says that no delta is under way any more. */
    static void forget(MigrationSession session) {
        session.journal().forget(UNDER_WAY);
    }

    /** Tells whether a delta is not at its end. */
    static boolean isUnderWay(MigrationSession session) {
        return session.journal().fact(UNDER_WAY).isPresent();
    }
}
