package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.delta.Reviser;
import dev.crmmigration.engine.internal.draft.Binder;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.draft.Owners;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.plan.Policies;
import dev.crmmigration.engine.internal.prepare.EffectPlanner;
import dev.crmmigration.engine.internal.prepare.OwedReferences;
import dev.crmmigration.engine.internal.run.Dispatcher;
import dev.crmmigration.engine.internal.run.GoneRecords;
import dev.crmmigration.engine.internal.run.Phases;
import dev.crmmigration.engine.internal.run.Repeatables;
import dev.crmmigration.engine.internal.run.RunContext;
import dev.crmmigration.engine.internal.run.WriteFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Writes everything that is owed and not yet there. */
final class RunStep {

    private final MigrationSession session;

    RunStep(MigrationSession session) {
        this.session = session;
    }

    RunReport run() {
        DestinationSession destination = session.destination();
        // Whoever runs again may do so because somebody has changed the account since
        Catalog account =
                session.phase() == Phase.PREPARED ? session.platforms().recentAccount() : session.account();
        PlanFile plan = session.approvedPlan(account);
        Effects effects = session.effects();
        SampleGate sample = new SampleGate(session);
        List<String> obstacles = new ArrayList<>(sample.obstacles(plan));
        obstacles.addAll(new RehearsalGate(session).obstacles(plan));
        obstacles.addAll(new SourceGate(session).obstacles(plan));
        if (!obstacles.isEmpty()) {
            return RunCounts.report(session, StepResult.of(Completion.WAITS, obstacles), 0);
        }
        sample.close();
        if (session.phase() != Phase.PREPARED) {
            new ChangesStep(session, plan, account).lookAgain();
        }
        session.reach(Phase.RAN, "run begun", Map.of());
        session.journal().forget(VerifyStep.UNDER_WAY);
        effects.releaseHeld();
        RunProgress progress = new RunProgress(session, "run", effects);
        AuditWatch audit = new AuditWatch(session.audit());
        FailureBrake brake = new FailureBrake(session.journal(), plan.compiled(), progress.total());
        Runnable bookkeeping = () -> {
            progress.tick();
            audit.tick();
            brake.tick();
        };
        BooleanSupplier stopRequested = () -> session.stopSignal().isGiven() || audit.hasFailed() || brake.hasStopped();
        RunContext context = context(destination, account, plan, stopRequested, bookkeeping);
        Phases phases = phases(plan, account);
        Dispatcher dispatcher = new Dispatcher(context, session.reader(), phases);
        StepResult result = brake.explained(dispatcher.run(width(account)));
        if (result.completion() == Completion.COMPLETE) {
            result = brake.explained(new Repeatables(context, new GoneRecords(context)).run(width(account)));
        }
        if (result.completion() == Completion.COMPLETE) {
            result = phases.closeAgain()
                    .map(difference -> StepResult.of(Completion.WAITS, List.of(difference)))
                    .orElse(result);
        }
        progress.end();
        StepResult end = session.inOurTime(
                result.completion() == Completion.COMPLETE
                        ? end(effects, session.changes(), session.breaches())
                        : result);
        session.journal()
                .event("run ended", Map.of("completion", end.completion().name()));
        if (result.completion() == Completion.COMPLETE) {
            session.milestones().ran();
        }
        session.spending().store();
        audit.check();
        session.audit().deliver();
        return RunCounts.report(session, end, dispatcher.resolved());
    }

    private Phases phases(PlanFile plan, Catalog account) {
        boolean strict = plan.compiled().answer(Policies.PHASE_GATE).equals(Policies.STRICT);
        List<ObjectType> objects = List.copyOf(plan.compiled().written());
        return new Phases(objects, session.effects(), strict, new PhaseClosing(session, account, objects, strict));
    }

    RunContext context(
            DestinationSession destination,
            Catalog account,
            PlanFile plan,
            BooleanSupplier stopRequested,
            Runnable bookkeeping) {
        return new RunContext(
                destination,
                writes(session, plan, account),
                new Canon(destination, account),
                session.journal(),
                session.effects(),
                session.changes(),
                session.generation(),
                session.clock(),
                session.serverClock(),
                session.stopSignal(),
                plan.compiled().strictObjects(),
                stopRequested,
                bookkeeping);
    }

    /** Returns what makes writes of effects, for a plan and an account as it is now. */
    static WriteFactory writes(MigrationSession session, PlanFile plan, Catalog account) {
        EffectPlanner planner = new EffectPlanner(
                plan.compiled(),
                session.snapshot(),
                Drafting.drafter(plan, plan.valueMaps(), session.snapshot()),
                Drafting.files(session, plan),
                session.journal().database());
        Binder binder = new Binder(account, new Owners(account, plan.compiled()), session.destination()::link);
        return new WriteFactory(
                planner,
                binder,
                new OwedReferences(plan.compiled(), session.effects()),
                Drafting.files(session, plan),
                session.destination(),
                new Reviser(plan.compiled(), new Canon(session.destination(), account)),
                session.changes());
    }

    static int width(Catalog account) {
        return account.objects().stream()
                .map(ObjectDescription::traits)
                .mapToInt(traits -> traits.concurrency())
                .max()
                .orElse(1);
    }

    private static StepResult end(Effects effects, Changes changes, long breaches) {
        long held = effects.count(EffectState.HELD);
        long failed = effects.count(EffectState.FAILED);
        List<String> open = new ArrayList<>();
        if (held + failed > 0) {
            open.add(held + " record(s) wait and " + failed + " were refused; see the report");
        }
        if (changes.flaggedGone() > 0) {
            open.add(changes.flaggedGone() + " record(s) have no source any more: decide by the choice "
                    + Policies.SOURCE_DELETED + " of the plan; see the report");
        }
        if (changes.flagged() > 0) {
            open.add(changes.flagged() + " value(s) were changed by the source and edited at the destination: decide by"
                    + " ifEdited in the plan; see the report");
        }
        if (breaches > 0) {
            open.add(breaches + " record(s) were changed at the source after the freeze, and were taken along; see the"
                    + " report. Stop whoever still writes there, freeze again, and call delta");
        }
        return open.isEmpty() ? StepResult.COMPLETE : StepResult.of(Completion.WAITS, open);
    }
}
