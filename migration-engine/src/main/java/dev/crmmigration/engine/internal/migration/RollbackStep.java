package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.MigrationListener.Progress;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.Rollback;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.EffectCounts;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Undoing;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.prepare.BeforeImage;
import dev.crmmigration.engine.internal.prepare.EffectPlanner;
import dev.crmmigration.engine.internal.prepare.SchemaReceipts;
import dev.crmmigration.engine.internal.rollback.ChangedRecords;
import dev.crmmigration.engine.internal.rollback.MadeRecords;
import dev.crmmigration.engine.internal.rollback.Proof;
import dev.crmmigration.engine.internal.rollback.SchemaUse;
import dev.crmmigration.engine.internal.rollback.Strangers;
import dev.crmmigration.engine.internal.run.Dispatcher;
import dev.crmmigration.engine.internal.run.Repeatables;
import dev.crmmigration.engine.internal.run.RunContext;
import dev.crmmigration.engine.internal.run.WriteFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes back what the migration did, and only that, and proves it. */
final class RollbackStep {

    /** What a rollback that is not at its end takes back. */
    private static final String EXTENT = "rolling back";

    private static final int FIRST = 100;

    private final MigrationSession session;
    private final DestinationSession destination;
    private final Catalog account;
    private final PlanFile plan;
    private final Set<ObjectType> written;
    private final Set<ObjectType> objects;
    private final BeforeImage before;
    private final SchemaReceipts receipts;
    private final Rollback what;
    private final int from;
    private final Undoing undoing;
    private final List<PrepareReport.Element> schema = new ArrayList<>();

    RollbackStep(MigrationSession session, Rollback what) {
        this.session = session;
        this.what = what;
        this.from = what.extent() == Rollback.Extent.LAST_DELTA ? session.generation() : 1;
        this.undoing = what.extent() == Rollback.Extent.LAST_DELTA
                ? Undoing.of(session.effects(), from)
                // Before the run there is nothing but the sample
                : Undoing.everything(session.effects());
        this.destination = session.destination();
        this.account = session.platforms().recentAccount();
        this.plan = PlanFile.load(session.workspace(), session.connectors().mappings(), account);
        this.written = new LinkedHashSet<>(plan.compiled().written());
        this.written.addAll(new EffectCounts(session.effects()).owedByObject().keySet());
        this.objects = MigrationSession.readable(account, written);
        this.before = new BeforeImage(session.journal(), from);
        this.receipts = new SchemaReceipts(session.journal());
    }

    RollbackReport run() {
        check();
        session.journal().fact(EXTENT, what.extent().name());
        session.milestones().takenBack(what.extent());
        session.reach(Phase.ROLLING_BACK, "rollback begun", Map.of());
        StepResult deleted = session.inOurTime(delete());
        if (deleted.completion() != Completion.COMPLETE) {
            session.spending().store();
            session.audit().deliver();
            return report(deleted, new Proof(before));
        }
        if (what.extent() != Rollback.Extent.SAMPLE) {
            removeSchema();
        }
        undoing.endUndo();
        DeltaStep.forget(session);
        Proof proof = new Proof(before);
        proof.look(new Canon(destination, account), session.reader(), objects, session.effects());
        if (what.extent() != Rollback.Extent.SAMPLE) {
            proof.schema(session.retries().call(session.platforms().schema()::keys), receipts.all());
        }
        StepResult result = result(proof);
        boolean proven = result.completion() == Completion.COMPLETE;
        session.spending().store();
        RollbackReport report = report(result, proof);
        if (what.extent() == Rollback.Extent.LAST_DELTA) {
            goBack();
        }
        session.reach(
                end(),
                "rolled back",
                Map.of("proven", String.valueOf(proven), "extent", what.extent().name()),
                () -> {
                    session.journal().forget(EXTENT);
                    if (what.extent() == Rollback.Extent.SAMPLE) {
                        new SampleGate(session).takenBack();
                    }
                });
        return report;
    }

    private Phase end() {
        return switch (what.extent()) {
            case EVERYTHING -> Phase.ROLLED_BACK;
            case LAST_DELTA -> Phase.RAN;
            // The list of what is owed is made anew by the next prepare
            case SAMPLE -> Phase.APPROVED;
        };
    }

    private void check() {
        if (what.extent() == Rollback.Extent.LAST_DELTA && (from < 2 || !before.isTaken())) {
            throw new StepOrderException("no delta can be taken back: "
                    + (from < 2 ? "none was made" : "the last one has written nothing, or was taken back")
                    + ". Next: rollback of everything, or none");
        }
        if (!before.isTaken()) {
            throw new StepOrderException("rollback cannot be called now: nothing was prepared. Next: prepare");
        }
        if (what.extent() == Rollback.Extent.SAMPLE && !new SampleGate(session).canBeTakenBack()) {
            throw new StepOrderException(
                    "no sample can be taken back alone: none is there, or the run has begun, of which it"
                            + " is a part. Next: rollback of everything, or none");
        }
        boolean isWider = session.journal()
                .fact(EXTENT)
                .filter(Rollback.Extent.EVERYTHING.name()::equals)
                .isPresent();
        if (what.extent() != Rollback.Extent.EVERYTHING && isWider) {
            throw new StepOrderException("everything is being taken back already. Next: rollback of everything");
        }
    }

    /** The books are again those of the generation before: what it owes and the delta had taken away is owed once more. */
    private void goBack() {
        // Until the work table is built again the migration is one that is to be prepared
        session.reach(Phase.APPROVED, "delta forgotten", Map.of("generation", String.valueOf(from - 1)), () -> {
            session.changes().forget();
            before.forget();
            receipts.forgetUndone(from);
            session.generation(from - 1);
            session.journal().forget(EXTENT);
        });
        session.workspace().forgetGeneration(from);
        EffectPlanner planner = Drafting.planner(
                session, plan, plan.valueMaps(), session.journal().database(), false);
        planner.build((effect, draft) -> {});
        new ChangesStep(session, plan, account).run();
    }

    private StepResult result(Proof proof) {
        if (!proof.residue().isEmpty()) {
            return StepResult.of(
                    Completion.BROKEN, List.of(proof.residue().size() + " thing(s) of ours are left; see the report"));
        }
        List<String> open = new ArrayList<>();
        long away =
                what.extent() == Rollback.Extent.LAST_DELTA ? session.changes().countDeleted() : 0;
        if (away > 0) {
            open.add(away
                    + " record(s) that the delta had taken away cannot be put back; they are owed again: call run");
        }
        written.stream()
                .filter(object -> !objects.contains(object) && !hangsOnOurs(object))
                .map(object -> object + " cannot be read back: look whether everything of ours is gone")
                .forEach(open::add);
        return open.isEmpty() ? StepResult.COMPLETE : StepResult.of(Completion.WAITS, open);
    }

    /** What can only be read under its parents, which are ours as well, is gone when they are gone. */
    private boolean hangsOnOurs(ObjectType type) {
        return account.object(type)
                .filter(object -> object.traits().readBack() == ReadBack.BY_PARENT)
                .isPresent();
    }

    private StepResult delete() {
        Canon canon = new Canon(destination, account);
        RunProgress progress = new RunProgress(session, "rollback", session.effects());
        AuditWatch audit = new AuditWatch(session.audit());
        WriteFactory writes = RunStep.writes(session, plan, account);
        RunContext context = new RunContext(
                destination,
                writes,
                canon,
                session.journal(),
                session.effects(),
                session.changes(),
                session.generation(),
                session.clock(),
                session.serverClock(),
                session.stopSignal(),
                Set.of(),
                () -> session.stopSignal().isGiven() || audit.hasFailed(),
                () -> {
                    progress.tickUndo();
                    audit.tick();
                });
        new Dispatcher(context, session.reader()).resolveOnly();
        session.stopSignal().check();
        if (session.effects().count(EffectState.DOUBT) > 0) {
            return StepResult.of(
                    Completion.WAITS, List.of("attempts are in doubt; call rollback again to clear them up"));
        }
        new Strangers(
                        session.effects(),
                        undoing,
                        session.changes(),
                        canon,
                        writes,
                        session.reader(),
                        what.takesEdited())
                .look(objectsThatMayRefer());
        StepResult undone = new Repeatables(
                        context, new ChangedRecords(session.journal(), undoing, session.changes(), account))
                .run(width());
        if (undone.completion() == Completion.COMPLETE) {
            undone = new Repeatables(context, new MadeRecords(session.journal(), undoing)).run(width());
        }
        session.spending().store();
        audit.check();
        return undone;
    }

    /** A record of an object that the plan does not write can refer to one of ours all the same. */
    private Set<ObjectType> objectsThatMayRefer() {
        Set<ObjectType> all = new LinkedHashSet<>(objects);
        account.objects().stream()
                .filter(object -> object.fields().stream()
                        .anyMatch(field ->
                                field.refersTo().filter(written::contains).isPresent()))
                .map(ObjectDescription::type)
                .forEach(all::add);
        return MigrationSession.readable(account, all);
    }

    private int width() {
        return account.objects().stream()
                .map(ObjectDescription::traits)
                .mapToInt(traits -> traits.concurrency())
                .max()
                .orElse(1);
    }

    private void removeSchema() {
        List<SchemaReceipt> ours = receipts.toUndo(from);
        SchemaUse use =
                new SchemaUse(account, ours.stream().map(SchemaReceipt::element).toList());
        use.look(session.reader(), objects);
        Set<String> keptPipelines = new HashSet<>();
        for (SchemaReceipt receipt : ours) {
            SchemaElement element = receipt.element();
            boolean needed = use.isUsed(element)
                    || (element.kind() == SchemaKind.PIPELINE && keptPipelines.contains(element.label()));
            PrepareReport.Element outcome =
                    needed ? PrepareStep.element(element, "KEPT", "records that stay use it") : remove(receipt);
            if (outcome.outcome().equals("KEPT") && element.kind() == SchemaKind.STAGE) {
                keptPipelines.add(element.properties().getOrDefault(SchemaKind.OF_PIPELINE, ""));
            }
            receipts.undone(receipt, outcome.outcome());
            schema.add(outcome);
            session.listener()
                    .progress(new Progress(
                            "rollback schema",
                            element.kind().name(),
                            schema.size(),
                            ours.size(),
                            0,
                            0,
                            0,
                            Optional.empty(),
                            session.spending().spent()));
        }
    }

    private PrepareReport.Element remove(SchemaReceipt receipt) {
        SchemaElement element = receipt.element();
        return session.retries()
                .call(() -> session.platforms().schema().remove(receipt))
                .match(
                        created -> PrepareStep.element(element, "KEPT", ""),
                        reused -> PrepareStep.element(element, "KEPT", ""),
                        removed -> PrepareStep.element(element, "REMOVED", ""),
                        alreadyGone -> PrepareStep.element(element, "ALREADY_GONE", ""),
                        kept -> PrepareStep.element(element, "KEPT", kept.reason()),
                        forAPerson -> PrepareStep.element(element, "FOR_A_PERSON", forAPerson.instruction()),
                        refused -> PrepareStep.element(element, "REFUSED", PrepareStep.text(refused.errors())));
    }

    private RollbackReport report(StepResult result, Proof proof) {
        return new RollbackReport(
                result,
                result.completion() == Completion.COMPLETE,
                undoing.countUndone("DELETED"),
                undoing.countUndone("ALREADY_GONE"),
                undoing.countUndone("RESTORED"),
                undoing.kept(FIRST).stream()
                        .map(kept -> new RollbackReport.Kept(kept.ref().toString(), kept.reason()))
                        .toList(),
                schema,
                proof.roots(),
                proof.unchanged(),
                proof.changedByOthers(),
                proof.newByOthers(),
                proof.residue());
    }
}
