package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.engine.Approval;
import dev.crmmigration.engine.AuditReport;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.MigrationListener.Progress;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.Report;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.Status;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.Waiter;
import dev.crmmigration.engine.internal.audit.AuditHead;
import dev.crmmigration.engine.internal.audit.AuditVerifier;
import dev.crmmigration.engine.internal.audit.FileAuditSink;
import dev.crmmigration.engine.internal.budget.AccountMeters;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.prepare.BeforeImage;
import dev.crmmigration.engine.internal.prepare.SchemaReceipts;
import dev.crmmigration.engine.internal.snapshot.Extraction;
import dev.crmmigration.engine.internal.snapshot.Profiler;
import dev.crmmigration.engine.internal.store.Workspace;
import dev.crmmigration.engine.internal.time.SystemTime;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The steps of one open migration: their order, their phases, their reports in the workspace. */
public final class MigrationSteps implements AutoCloseable {

    private final MigrationSession session;
    private boolean closed;

    private MigrationSteps(MigrationSession session) {
        this.session = session;
    }

    /** Opens the workspace and finds the connectors. */
    public static MigrationSteps open(MigrationSetup setup) {
        Connectors connectors = Connectors.of(setup);
        Clock clock = setup.clock().orElseGet(SystemTime::clock);
        Waiter waiter = setup.waiter().orElseGet(() -> SystemTime.waiter(clock));
        AccountMeters meters = setup.meters().orElseGet(() -> new AccountMeters(clock, waiter));
        Workspace workspace = Workspace.open(setup.workspace().orElseThrow());
        return new MigrationSteps(new MigrationSession(setup, connectors, workspace, clock, waiter, meters));
    }

    public Profile extract() {
        session.begin(Phase.Step.EXTRACT);
        if (session.phase() != Phase.NEW && session.snapshot().isComplete()) {
            session.forgetSnapshot();
        }
        try (SourceSession source = session.openSource()) {
            Extraction extraction = new Extraction(
                    session.snapshot(),
                    session.retries(),
                    session::isStopRequested,
                    (type, rows) -> session.listener()
                            .progress(new Progress(
                                    "extract", type.name(), rows, 0, 0, 0, 0, Optional.empty(), Map.of())));
            if (!extraction.run(source)) {
                return stoppedExtraction();
            }
        }
        session.journal().forget("approved");
        session.reach(Phase.EXTRACTED, "extracted", Map.of("generation", "1"));
        return kept("profile.json", new Profiler(session.snapshot()).profile());
    }

    private static Profile stoppedExtraction() {
        StepResult stopped = StepResult.of(Completion.STOPPED, List.of("stopped; call extract again to go on"));
        return new Profile(stopped, 1, List.of(), List.of(), 0, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public Profile profile() {
        session.begin(Phase.Step.PLAN);
        return new Profiler(session.snapshot()).profile();
    }

    public Plan plan(boolean afresh) {
        session.begin(Phase.Step.PLAN);
        Plan plan = new PlanStep(session).run(afresh);
        if (session.phase() == Phase.EXTRACTED) {
            session.reach(Phase.PLANNED, "planned", Map.of("fingerprint", plan.fingerprint()));
        }
        return plan;
    }

    public Approval approve(String by) {
        session.begin(Phase.Step.APPROVE);
        Instant now = session.clock().instant();
        Catalog catalog = session.destination().catalog();
        String account = catalog.account();
        if (!session.isPlanChecked()) {
            Plan plan = new PlanStep(session).run(false);
            if (!plan.questions().isEmpty()) {
                return new Approval(plan.result(), plan.fingerprint(), account, by, now);
            }
        }
        PlanFile file = PlanFile.load(session.workspace(), session.connectors().mappings(), catalog);
        boolean same = session.journal().fact("approved").equals(Optional.of(file.fingerprint()));
        session.journal().database().transaction(() -> {
            session.journal().fact("approved", file.fingerprint());
            session.journal().fact("account", account);
            session.journal().fact("footprint", String.join("\n", file.footprint()));
        });
        boolean stays = same && session.phase() != Phase.PLANNED && session.phase() != Phase.ROLLED_BACK;
        if (session.phase() == Phase.ROLLED_BACK) {
            beginAgain();
        }
        session.reach(
                stays ? session.phase() : Phase.APPROVED,
                "approved",
                Map.of("fingerprint", file.fingerprint(), "account", account, "by", by));
        return new Approval(StepResult.COMPLETE, file.fingerprint(), account, by, now);
    }

    /** After a rollback nothing of ours is there: the next prepare starts with a new image. */
    private void beginAgain() {
        session.effects().forget();
        new BeforeImage(session.journal()).forget();
        new SchemaReceipts(session.journal()).forget();
    }

    public PrepareReport prepare() {
        session.begin(Phase.Step.PREPARE);
        try {
            return kept("prepare.json", new PrepareStep(session).run());
        } catch (NotApprovedException e) {
            return new PrepareReport(waits(e), List.of(), Map.of(), 0);
        }
    }

    public RunReport run() {
        session.begin(Phase.Step.RUN);
        try {
            return kept("run.json", new RunStep(session).run());
        } catch (NotApprovedException e) {
            return RunCounts.report(
                    waits(e), session.effects(), 0, session.spending().spent());
        }
    }

    public Reconciliation verify() {
        session.begin(Phase.Step.VERIFY);
        try {
            return kept("reconciliation.json", new VerifyStep(session).run());
        } catch (NotApprovedException e) {
            return new Reconciliation(
                    waits(e), false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
    }

    public RollbackReport rollback() {
        session.begin(Phase.Step.ROLLBACK);
        return kept("rollback.json", new RollbackStep(session).run());
    }

    public RunReport report() {
        return RunCounts.report(
                StepResult.COMPLETE, session.effects(), 0, session.spending().spent());
    }

    public Status status() {
        Phase phase = session.phase();
        Map<String, Long> effects = new TreeMap<>();
        for (EffectState state : EffectState.values()) {
            effects.put(state.name(), session.effects().count(state));
        }
        return new Status(
                StepResult.COMPLETE,
                phase.toString(),
                phase.next(),
                effects,
                session.spending().spent());
    }

    public AuditReport verifyAudit() {
        session.audit().deliver();
        Path file = session.workspace().folder().resolve(FileAuditSink.FILE_NAME);
        String[] head = session.journal().fact("audit").orElse("0 ").split(" ", 2);
        return AuditVerifier.verify(file, new AuditHead(Long.parseLong(head[0]), head[1]))
                .match(
                        intact -> new AuditReport(
                                StepResult.COMPLETE, intact.head().sequence(), 0, ""),
                        broken -> new AuditReport(
                                StepResult.of(Completion.BROKEN, List.of(broken.message())),
                                0,
                                broken.line(),
                                broken.message()));
    }

    private static StepResult waits(NotApprovedException problem) {
        return StepResult.of(Completion.WAITS, List.of(String.valueOf(problem.getMessage())));
    }

    private <R extends Report> R kept(String name, R report) {
        session.workspace().writeReport(name, report.toJson());
        return report;
    }

    public void stop() {
        session.stop();
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
