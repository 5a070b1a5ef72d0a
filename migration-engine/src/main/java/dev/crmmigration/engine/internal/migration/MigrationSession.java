package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.engine.Status.Mark;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.budget.AccountMeters;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.plan.FieldAdvice;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.retry.Backoff;
import dev.crmmigration.engine.internal.retry.ReadRetries;
import dev.crmmigration.engine.internal.snapshot.Attachments;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import dev.crmmigration.engine.internal.store.Workspace;
import dev.crmmigration.engine.internal.value.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the steps of one migration share, for as long as it is open. */
final class MigrationSession implements AutoCloseable {

    private static final Duration DELTA_WINDOW = Duration.ofDays(2);

    private final MigrationSetup setup;
    private final Connectors connectors;
    private final Workspace workspace;
    private final Clock clock;
    private final StopSignal stopSignal;
    private final Journal journal;
    private final Effects effects;
    private final Spending spending;
    private final StepWatch stepWatch;
    private final AuditDelivery audit;
    private final ReadRetries retries;
    private final ListenerGuard listener;
    private final Milestones milestones;
    private final OpenPlatforms platforms;
    private @Nullable Snapshot snapshot;

    MigrationSession(
            MigrationSetup setup,
            Connectors connectors,
            Workspace workspace,
            Clock clock,
            StopSignal stopSignal,
            AccountMeters meters) {
        this.setup = setup;
        this.connectors = connectors;
        this.workspace = workspace;
        this.clock = clock;
        this.stopSignal = stopSignal;
        this.journal = new Journal(workspace.journal(), clock);
        this.effects = new Effects(workspace.journal());
        this.spending = new Spending(journal, meters);
        this.stepWatch = new StepWatch(workspace, clock, spending);
        this.audit = new AuditDelivery(journal, setup.audit(), workspace, clock);
        this.retries = new ReadRetries(Backoff.DEFAULT, clock, stopSignal, new Random());
        this.listener = new ListenerGuard(setup.listener());
        this.milestones = new Milestones(
                journal,
                clock,
                setup.deltaWindow().orElse(DELTA_WINDOW),
                setup.hypercare().orElseGet(connectors.source()::hypercare));
        this.platforms = new OpenPlatforms(connectors, setup.http(), spending, journal, retries, stopSignal, clock);
    }

    /** Returns the platforms themselves. */
    OpenPlatforms platforms() {
        return platforms;
    }

    MigrationSetup setup() {
        return setup;
    }

    Connectors connectors() {
        return connectors;
    }

    Workspace workspace() {
        return workspace;
    }

    Clock clock() {
        return clock;
    }

    /** Returns the clock of the destination, by which it dates its records. */
    Clock serverClock() {
        return new ServerTime(clock, spending::toServerTime);
    }

    StopSignal stopSignal() {
        return stopSignal;
    }

    Journal journal() {
        return journal;
    }

    Effects effects() {
        return effects;
    }

    /** Ends the step here, if it is to end, or if the workspace is no longer ours. */
    void check() {
        stopSignal.check();
        journal.database().checkHeldRecently();
    }

    Spending spending() {
        return spending;
    }

    /** Returns what keeps time, spending and disk of each step. */
    StepWatch stepWatch() {
        return stepWatch;
    }

    /** Returns who is asked about fields, for one plan. */
    FieldAdvice fieldAdvice() {
        MigrationSetup.Advisor advisor = setup.advisor();
        return new FieldAdvice(advisor.instance(), advisor.mostCases(), advisor.timeout());
    }

    AuditDelivery audit() {
        return audit;
    }

    AuditInspection auditInspection() {
        return new AuditInspection(
                audit, journal, workspace.folder(), setup.audit().keys());
    }

    ListenerGuard listener() {
        return listener;
    }

    PlanFile.Pair pair() {
        return new PlanFile.Pair(
                connectors.source().platform(),
                connectors.destination().platform(),
                connectors.mappings(),
                connectors.destination().choices(),
                setup.policies());
    }

    /** Begins a step: checks that its turn has come. */
    void begin(Phase.Step step) {
        milestones.check(step);
        Phase phase = phase();
        if (!step.isAllowedIn(phase)) {
            throw new StepOrderException(
                    step + " cannot be called now: the migration is " + phase + ". Next: " + phase.next());
        }
        stopSignal.begin();
    }

    /** Returns the moments by which the business goes over to the destination. */
    Milestones milestones() {
        return milestones;
    }

    Phase phase() {
        return Phase.valueOf(journal.fact("phase").orElse(Phase.NEW.name()));
    }

    /** Ends a step: the phase and the event are durable together. */
    void reach(Phase phase, String event, Map<String, String> attributes) {
        reach(phase, event, attributes, () -> {});
    }

    /** Ends a step together with what must be durable with it; only what is durable is delivered. */
    void reach(Phase phase, String event, Map<String, String> attributes, Runnable together) {
        journal.database().transaction(() -> {
            together.run();
            journal.fact("phase", phase.name());
            journal.event(event, attributes);
        });
        audit.deliver();
    }

    /** Returns the snapshot, whether it is complete or not. */
    Snapshot snapshot() {
        if (snapshot == null) {
            snapshot = Snapshot.open(workspace.generation(generation()), generation());
        }
        return snapshot;
    }

    /** Returns the number of the generation that everything is written for. */
    int generation() {
        return Integer.parseInt(journal.fact("generation").orElse("1"));
    }

    /** Goes over to another generation of the snapshot. */
    void generation(int number) {
        journal.fact("generation", String.valueOf(number));
        closeSnapshot();
    }

    /** Returns what the current generation of the source changes in records that are there. */
    Changes changes() {
        return new Changes(effects, generation());
    }

    /** Tells whether what was read last was taken from the source after the freeze. */
    boolean isAfterFreeze() {
        Optional<Instant> freeze = milestones.freeze().map(Mark::at);
        return freeze.isPresent()
                && snapshot()
                        .takenAt()
                        .filter(taken -> !taken.isBefore(freeze.get()))
                        .isPresent();
    }

    /** Returns the platform whose data count. */
    String systemOfRecord() {
        return milestones.cutover().isPresent()
                ? connectors.destination().platform()
                : connectors.source().platform();
    }

    /** Counts the records that the source has changed after the freeze, as far as it says when. */
    long breaches() {
        return milestones
                .freeze()
                .map(freeze -> snapshot().countChangedAfter(freeze.at()))
                .orElse(0L);
    }

    private void closeSnapshot() {
        if (snapshot != null) {
            snapshot.close();
            snapshot = null;
        }
    }

    /** Throws the snapshot away, so that the source is read anew; nobody can have approved what it will hold. */
    void beginAnew() {
        journal.database().transaction(() -> {
            journal.fact("phase", Phase.NEW.name());
            journal.forget("approved");
        });
        closeSnapshot();
        workspace.forgetGeneration(generation());
    }

    /** Returns the files that the records of the snapshot name. */
    Attachments attachments() {
        return attachments(snapshot());
    }

    /** Returns the files that the records of a generation name. */
    Attachments attachments(Snapshot of) {
        return new Attachments(of, workspace.folder().resolve("attachments"));
    }

    SourceSession openSource() {
        return platforms.openSource();
    }

    /** Returns what is under way at the source; see {@link dev.crmmigration.api.source.Source#underWay}. */
    List<String> underWayAtSource(BiPredicate<String, String> isDecided) {
        return platforms.underWayAtSource(isDecided);
    }

    DestinationSession destination() {
        return platforms.destination();
    }

    /** Returns the open account as it is now. */
    Catalog account() {
        return platforms.account();
    }

    RecordReader reader() {
        return platforms.reader();
    }

    /**
     * Returns the plan as it stands, if it is the one that was approved.
     *
     * @throws NotApprovedException if it is not, or if the account has changed where the plan touches it
     */
    PlanFile approvedPlan(Catalog account) {
        PlanFile plan = PlanFile.load(workspace, connectors.mappings(), account);
        if (!journal.fact("approved").orElse("").equals(plan.fingerprint())) {
            throw new NotApprovedException(
                    "plan.json was edited after it was approved. Call plan to check it, then approve it again");
        }
        if (!account.account().equals(journal.fact("account").orElse(""))) {
            throw new NotApprovedException("the plan was approved for another account of the destination. Use another"
                    + " workspace for this one");
        }
        Set<String> footprint = plan.footprint();
        for (String line : journal.fact("footprint").orElse("").lines().toList()) {
            if (!footprint.contains(line)) {
                throw new NotApprovedException("a field of the destination that the plan writes has changed since the"
                        + " plan was approved: " + line + ". Call plan to check it, then approve it again");
            }
        }
        return plan;
    }

    /** The destination counts its days by its own clock; a person reads ours. */
    StepResult inOurTime(StepResult result) {
        return new StepResult(result.completion(), result.until().map(spending::toOurTime), result.reasons());
    }

    /** Remembers that the plan, as it stands in the file, was played through without a question. */
    void planIsChecked(boolean withoutQuestions) {
        journal.fact("checked", withoutQuestions ? planMark() : "");
    }

    /** Tells whether the plan was checked and nobody has touched the file since. */
    boolean isPlanChecked() {
        return journal.fact("checked").equals(Optional.of(planMark()));
    }

    private String planMark() {
        return workspace.plan().map(Sha256::of).orElse("none");
    }

    /** Returns what repeats reads that may succeed later. */
    ReadRetries retries() {
        return retries;
    }

    /** Returns those of some objects whose records can be read back page by page. */
    static Set<ObjectType> readable(Catalog account, Collection<ObjectType> objects) {
        return objects.stream()
                .filter(object -> account.object(object)
                        .filter(known -> known.traits().readBack() == ReadBack.PAGES)
                        .isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public void close() {
        try {
            platforms.close();
        } finally {
            closeWorkspace();
        }
    }

    /** Whatever a connector does when it is closed, the workspace is freed. */
    private void closeWorkspace() {
        try (workspace) {
            closeSnapshot();
            audit.close();
            spending.store();
        }
    }
}
