package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.engine.Acceptance;
import dev.crmmigration.engine.Approval;
import dev.crmmigration.engine.AuditEntries;
import dev.crmmigration.engine.AuditErasure;
import dev.crmmigration.engine.AuditReport;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Cutover;
import dev.crmmigration.engine.DocumentFormat;
import dev.crmmigration.engine.DocumentName;
import dev.crmmigration.engine.Drift;
import dev.crmmigration.engine.Estimate;
import dev.crmmigration.engine.Freeze;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.Rates;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.Rehearsal;
import dev.crmmigration.engine.RehearsalReport;
import dev.crmmigration.engine.Repair;
import dev.crmmigration.engine.RepairReport;
import dev.crmmigration.engine.Report;
import dev.crmmigration.engine.Rollback;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.SampleReport;
import dev.crmmigration.engine.SpotCheck;
import dev.crmmigration.engine.Status;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.Waiter;
import dev.crmmigration.engine.internal.budget.AccountMeters;
import dev.crmmigration.engine.internal.estimate.Estimation;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.plan.FieldMemory;
import dev.crmmigration.engine.internal.profile.Profiler;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import dev.crmmigration.engine.internal.snapshot.Succession;
import dev.crmmigration.engine.internal.store.RehearsalFolder;
import dev.crmmigration.engine.internal.store.Workspace;
import dev.crmmigration.engine.internal.time.SystemTime;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of one open migration: their order, their phases, their reports in the workspace. */
public final class MigrationSteps implements AutoCloseable {

    private final MigrationSession session;
    private boolean closed;
    private volatile @Nullable MigrationSteps rehearsal;

    private MigrationSteps(MigrationSession session) {
        this.session = session;
    }

    /** Opens the workspace and finds the connectors. */
    public static MigrationSteps open(MigrationSetup setup) {
        Connectors connectors = Connectors.of(setup);
        Clock clock = setup.clock().orElseGet(SystemTime::clock);
        Waiter waiter = setup.waiter().orElseGet(() -> SystemTime.waiter(clock));
        StopSignal stopSignal = new StopSignal(waiter);
        AccountMeters meters = setup.meters().orElseGet(() -> new AccountMeters(clock, stopSignal));
        Workspace workspace = Workspace.open(setup.workspace().orElseThrow());
        try {
            return new MigrationSteps(new MigrationSession(setup, connectors, workspace, clock, stopSignal, meters));
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    /** Estimates a migration that has no data yet; opens nothing. */
    public static Estimate estimate(MigrationSetup setup, Map<String, Long> counts, Optional<Rates> rates) {
        Connectors connectors = Connectors.onPaper(setup);
        return new Estimation(new Estimation.Question(
                        connectors.source(),
                        connectors.destination(),
                        connectors.destinationSettings(),
                        connectors.mappings(),
                        setup.policies(),
                        counts))
                .estimate(rates);
    }

    public Profile extract() {
        return step(Phase.Step.EXTRACT, this::extracted, Unfinished::profile);
    }

    private Profile extracted() {
        if (session.effects().isAnythingWritten()) {
            throw new StepOrderException("extract cannot be called now: records are written already. Next: delta, which"
                    + " reads the source again");
        }
        if (session.snapshot().isComplete()) {
            session.beginAnew();
        }
        new ExtractStep(session).run(session.snapshot(), Succession.none());
        session.reach(Phase.EXTRACTED, "extracted", Map.of("generation", String.valueOf(session.generation())));
        return kept("profile.json", new Profiler(session.snapshot()).profile());
    }

    public Profile profile() {
        session.begin(Phase.Step.PLAN);
        return new Profiler(session.snapshot()).profile();
    }

    public Plan plan(boolean afresh) {
        return step(Phase.Step.PLAN, () -> planned(afresh), Unfinished::plan);
    }

    private Plan planned(boolean afresh) {
        Plan plan = new PlanStep(session).run(afresh);
        // The documents say of every field what it is at the destination, also when nobody can ask the account
        session.workspace()
                .writeReport(
                        "destination.json",
                        Snapshot.describe(session.platforms().recentAccount()));
        if (session.phase() == Phase.EXTRACTED) {
            session.reach(Phase.PLANNED, "planned", Map.of("fingerprint", plan.fingerprint()));
        }
        return plan;
    }

    public Approval approve(String by) {
        Instant now = session.clock().instant();
        return step(
                Phase.Step.APPROVE,
                () -> new ApproveStep(session).run(by, now),
                result -> Unfinished.approval(result, by, now));
    }

    public PrepareReport prepare() {
        return step(
                Phase.Step.PREPARE, () -> kept("prepare.json", new PrepareStep(session).run()), Unfinished::prepare);
    }

    public SampleReport sample() {
        return step(Phase.Step.SAMPLE, this::sampled, Unfinished::sample);
    }

    private SampleReport sampled() {
        if (new SampleGate(session).isOver()) {
            throw new StepOrderException("sample cannot be called now: the run has begun already. Next: run");
        }
        return kept("sample.json", new SampleStep(session).run());
    }

    public Approval acceptSample(String by) {
        Instant now = session.clock().instant();
        return step(
                Phase.Step.ACCEPT_SAMPLE,
                () -> new SampleGate(session).accept(by, now),
                result -> Unfinished.approval(result, by, now));
    }

    public Catalog destinationAccount() {
        return session.platforms().recentAccount();
    }

    public RehearsalReport rehearse(Rehearsal what) {
        return step(Phase.Step.REHEARSE, () -> kept("rehearsal.json", rehearsed(what)), Unfinished::rehearsal);
    }

    private RehearsalReport rehearsed(Rehearsal what) {
        RehearsalFolder folder = new RehearsalFolder(session.workspace());
        RehearseStep.furnish(session, folder);
        try (MigrationSteps inner = open(session.setup().elsewhere(folder.folder(), what.account()))) {
            rehearsal = inner;
            return new RehearseStep(session, inner, inner.session, what).run();
        } finally {
            rehearsal = null;
        }
    }

    public Approval acceptRehearsal(String by) {
        Instant now = session.clock().instant();
        return step(
                Phase.Step.ACCEPT_REHEARSAL,
                () -> new RehearsalGate(session).accept(by, now),
                result -> Unfinished.approval(result, by, now));
    }

    public RunReport run() {
        return step(Phase.Step.RUN, () -> kept("run.json", new RunStep(session).run()), this::counts);
    }

    public RunReport delta() {
        return step(Phase.Step.DELTA, () -> kept("delta.json", new DeltaStep(session).run()), this::delta);
    }

    public Reconciliation verify() {
        return step(
                Phase.Step.VERIFY,
                () -> kept("reconciliation.json", new VerifyStep(session).run()),
                Unfinished::reconciliation);
    }

    public Freeze freeze(String by) {
        return step(Phase.Step.FREEZE, () -> kept("freeze.json", new FreezeStep(session).run(by)), Unfinished::freeze);
    }

    public Cutover cutover(String by, boolean acknowledgesHeld) {
        return step(
                Phase.Step.CUTOVER,
                () -> new CutoverStep(session).run(by, acknowledgesHeld),
                result -> Unfinished.cutover(result, by));
    }

    public Drift drift() {
        return step(Phase.Step.DRIFT, () -> kept("drift.json", new DriftStep(session).run()), Unfinished::drift);
    }

    public RepairReport repair(Repair what) {
        return step(
                Phase.Step.REPAIR, () -> kept("repair.json", new RepairStep(session, what).run()), Unfinished::repair);
    }

    public Acceptance accept(String by) {
        return step(
                Phase.Step.ACCEPT,
                () -> kept("acceptance.json", new AcceptStep(session).run(by)),
                Unfinished::acceptance);
    }

    public RollbackReport rollback(Rollback what) {
        return step(
                Phase.Step.ROLLBACK,
                () -> kept("rollback.json", new RollbackStep(session, what).run()),
                Unfinished::rollback);
    }

    public SpotCheck spotCheck(int count, long seed) {
        return step(
                Phase.Step.SPOT_CHECK,
                () -> kept("spotcheck.json", new SpotCheckStep(session, count, seed).run()),
                result -> new SpotCheck(result, seed, 0, List.of()));
    }

    public String document(DocumentName name, DocumentFormat format, boolean withValues) {
        return archive().text(name, format, withValues);
    }

    public Path writeDocument(DocumentName name, DocumentFormat format, boolean withValues) {
        return archive().write(name, format, withValues);
    }

    private Archive archive() {
        session.journal().database().checkHeld();
        return new Archive(session, () -> status().toJson());
    }

    public void expect(Map<String, Long> counts) {
        archive().expect(counts);
    }

    public RunReport report() {
        return counts(StepResult.COMPLETE);
    }

    private RunReport counts(StepResult result) {
        return RunCounts.report(session, result, 0);
    }

    /** A delta that was not begun, because it is refused, has no counts. */
    private RunReport delta(StepResult result) {
        return result.completion() == Completion.WAITS ? Unfinished.run(result) : counts(result);
    }

    /** Runs a step; what keeps it from its end, but is no failure, becomes its result. */
    private <R extends Report> R step(Phase.Step step, Supplier<R> work, Function<StepResult, R> unfinished) {
        session.begin(step);
        session.stepWatch().begin(step.toString());
        try {
            // A sink that does not work is found before anything is done that it should know of.
            session.audit().deliver();
            return work.get();
        } catch (NotApprovedException | StaleSourceException e) {
            return unfinished.apply(StepResult.of(Completion.WAITS, List.of(String.valueOf(e.getMessage()))));
        } catch (StepStoppedException e) {
            return interrupted(unfinished, stopped(step));
        } catch (RetryableConnectorException e) {
            return interrupted(unfinished, notNow(e, step));
        } finally {
            session.stopSignal().end();
            session.stepWatch().end();
        }
    }

    private <R extends Report> R interrupted(Function<StepResult, R> unfinished, StepResult result) {
        session.spending().store();
        session.audit().deliver();
        return unfinished.apply(result);
    }

    private static StepResult stopped(Phase.Step step) {
        return StepResult.of(Completion.STOPPED, List.of("stopped on request; call " + step + " again to go on"));
    }

    /** A read that is given up because the step is to end, or because the budget is gone, is no failure. */
    private StepResult notNow(RetryableConnectorException failure, Phase.Step step) {
        if (session.stopSignal().isGiven()) {
            return stopped(step);
        }
        if (!failure.isBudgetGone()) {
            throw failure;
        }
        Instant until = failure.retryAfter().orElseGet(session.clock()::instant);
        return StepResult.parked(until, "the budget of the account is gone until " + until);
    }

    public Status status() {
        Phase phase = session.phase();
        Map<String, Long> effects = new TreeMap<>();
        for (EffectState state : EffectState.values()) {
            effects.put(state.name(), session.effects().count(state));
        }
        Milestones milestones = session.milestones();
        return new Status(
                StepResult.COMPLETE,
                milestones.phase(phase),
                milestones.next(phase, session.isAfterFreeze()),
                effects,
                session.stepWatch().costs(),
                session.spending().spent(),
                session.systemOfRecord(),
                milestones.deltaWindow(),
                milestones.freeze(),
                milestones.cutover(),
                milestones.hypercare(),
                milestones.acceptance());
    }

    public AuditReport verifyAudit() {
        session.journal().database().checkHeld();
        return session.auditInspection().verify();
    }

    /** Verifies a copy of a trail that nothing else is known of. */
    public static AuditReport verifyAudit(Path file, List<PublicKey> keys) {
        return AuditInspection.verify(file, keys);
    }

    public AuditEntries audit(long from, int count) {
        return session.auditInspection().entries(from, count);
    }

    public AuditErasure eraseFromAudit(String owner) {
        return session.auditInspection().erase(owner);
    }

    private <R extends Report> R kept(String name, R report) {
        session.workspace().writeReport(name, report.toJson());
        return report;
    }

    public void stop() {
        session.stopSignal().stop();
        MigrationSteps inner = rehearsal;
        if (inner != null) {
            inner.stop();
        }
    }

    public void exportDecisions(Path file) {
        FieldMemory.of(session.workspace().folder()).write(file);
    }

    public int importDecisions(Path file) {
        session.journal().database().checkHeld();
        int added = FieldMemory.of(session.workspace().folder()).add(file);
        session.planIsChecked(false);
        return added;
    }

    public Path planFile() {
        return session.workspace().planFile();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            session.close();
        }
    }
}
