package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.MigrationListener.Progress;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Undoing;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.prepare.BeforeImage;
import dev.crmmigration.engine.internal.prepare.SchemaReceipts;
import dev.crmmigration.engine.internal.rollback.Proof;
import dev.crmmigration.engine.internal.rollback.SchemaUse;
import dev.crmmigration.engine.internal.rollback.Strangers;
import dev.crmmigration.engine.internal.run.Deletions;
import dev.crmmigration.engine.internal.run.Dispatcher;
import dev.crmmigration.engine.internal.run.RunContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes back what the migration did, and only that, and proves it. */
final class RollbackStep {

    private static final int FIRST = 100;

    private final MigrationSession session;
    private final DestinationSession destination;
    private final Catalog account;
    private final PlanFile plan;
    private final Set<ObjectType> objects;
    private final BeforeImage before;
    private final SchemaReceipts receipts;
    private final List<PrepareReport.Element> schema = new ArrayList<>();

    RollbackStep(MigrationSession session) {
        this.session = session;
        this.destination = session.destination();
        this.account = destination.catalog();
        this.plan = PlanFile.load(session.workspace(), session.connectors().mappings(), account);
        this.objects = ReadableObjects.of(account, plan.compiled().written());
        this.before = new BeforeImage(session.journal());
        this.receipts = new SchemaReceipts(session.journal());
    }

    RollbackReport run() {
        session.journal().event("rollback begun", Map.of());
        StepResult deleted = session.inOurTime(delete());
        if (deleted.completion() != Completion.COMPLETE) {
            session.spending().store();
            session.audit().deliver();
            return report(deleted, new Proof(account, before));
        }
        removeSchema();
        Proof proof = new Proof(account, before);
        proof.look(destination, session.reader(), objects, session.effects(), receipts.all());
        boolean proven = proof.residue().isEmpty();
        session.spending().store();
        session.reach(Phase.ROLLED_BACK, "rolled back", Map.of("proven", String.valueOf(proven)));
        StepResult result = proven
                ? StepResult.COMPLETE
                : StepResult.of(
                        Completion.BROKEN,
                        List.of(proof.residue().size() + " thing(s) of ours are left; see the report"));
        return report(result, proof);
    }

    private StepResult delete() {
        Canon canon = new Canon(destination, account);
        RunProgress progress = new RunProgress(session, "rollback", session.effects());
        RunContext context = new RunContext(
                destination,
                RunStep.writes(session, plan, account),
                canon,
                session.journal(),
                session.effects(),
                session.clock(),
                session.waiter(),
                Set.of(),
                session::isStopRequested,
                progress::tickUndo);
        try {
            new Dispatcher(context, session.reader()).resolveOnly();
            if (session.effects().count(EffectState.DOUBT) > 0) {
                return StepResult.of(
                        Completion.WAITS,
                        List.of("attempts are in doubt; call run or rollback again to clear them up"));
            }
            new Strangers(session.effects(), canon, session.reader()).look(objects);
            return new Deletions(context).run(width());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return StepResult.of(Completion.STOPPED, List.of("interrupted; call rollback again to go on"));
        }
    }

    private int width() {
        return account.objects().stream()
                .map(ObjectDescription::traits)
                .mapToInt(traits -> traits.concurrency())
                .max()
                .orElse(1);
    }

    private void removeSchema() {
        List<SchemaReceipt> ours = receipts.toUndo();
        SchemaUse use =
                new SchemaUse(account, ours.stream().map(SchemaReceipt::element).toList());
        use.look(session.reader(), objects);
        Set<String> keptPipelines = new HashSet<>();
        for (SchemaReceipt receipt : ours) {
            SchemaElement element = receipt.element();
            boolean needed = use.isUsed(element)
                    || (element.kind() == SchemaKind.PIPELINE && keptPipelines.contains(element.label()));
            String outcome = needed ? "KEPT" : remove(receipt);
            if (outcome.equals("KEPT") && element.kind() == SchemaKind.STAGE) {
                keptPipelines.add(element.properties().getOrDefault(SchemaKind.OF_PIPELINE, ""));
            }
            receipts.undone(receipt, outcome);
            schema.add(PrepareStep.element(element, outcome, needed ? "records that stay use it" : ""));
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

    private String remove(SchemaReceipt receipt) {
        return session.retries()
                .call(() -> destination.schema().remove(receipt))
                .match(
                        created -> "KEPT",
                        reused -> "KEPT",
                        removed -> "REMOVED",
                        alreadyGone -> "ALREADY_GONE",
                        kept -> "KEPT",
                        forAPerson -> "FOR_A_PERSON",
                        refused -> "REFUSED");
    }

    private RollbackReport report(StepResult result, Proof proof) {
        Undoing undoing = new Undoing(session.effects());
        return new RollbackReport(
                result,
                result.completion() == Completion.COMPLETE,
                undoing.countUndone("DELETED"),
                undoing.countUndone("ALREADY_GONE"),
                undoing.kept(FIRST).stream()
                        .map(kept -> new RollbackReport.Kept(kept.ref().toString(), kept.reason()))
                        .toList(),
                schema,
                proof.unchanged(),
                proof.changedByOthers(),
                proof.newByOthers(),
                proof.residue());
    }
}
