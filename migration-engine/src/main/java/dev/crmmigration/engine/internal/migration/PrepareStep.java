package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.SchemaEditor;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.MigrationListener.Progress;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.PrepareReport.Element;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.EffectCounts;
import dev.crmmigration.engine.internal.plan.Capacities;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.prepare.BeforeImage;
import dev.crmmigration.engine.internal.prepare.EffectPlanner;
import dev.crmmigration.engine.internal.prepare.RecordCapacities;
import dev.crmmigration.engine.internal.prepare.SchemaReceipts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the destination ready: its image before, its schema, then the list of everything that is owed. */
final class PrepareStep {

    private final MigrationSession session;
    private final DestinationSession destination;
    private final PreflightCheck preflight;
    private final BeforeImage before;
    private final SchemaReceipts receipts;

    PrepareStep(MigrationSession session) {
        this.session = session;
        this.destination = session.destination();
        this.preflight = new PreflightCheck(session);
        this.before = BeforeImage.first(session.journal());
        this.receipts = new SchemaReceipts(session.journal());
    }

    PrepareReport run() {
        Catalog account = session.platforms().recentAccount();
        PlanFile plan = session.approvedPlan(account);
        List<String> obstacles = preflight.run(account);
        if (!obstacles.isEmpty()) {
            return report(StepResult.of(Completion.WAITS, obstacles), List.of());
        }
        RecordCapacities capacities = new RecordCapacities(session.journal(), account);
        takeImage(account, plan, capacities);
        List<String> tooMany = new ArrayList<>(capacities.problems());
        tooMany.addAll(Capacities.ofElements(plan.schema(), account));
        if (!tooMany.isEmpty()) {
            return report(StepResult.of(Completion.WAITS, tooMany), List.of());
        }
        List<Element> schema = ensure(plan.schema());
        session.platforms().forgetAccount();
        List<Element> open = schema.stream()
                .filter(element -> element.outcome().equals("FOR_A_PERSON")
                        || element.outcome().equals("REFUSED"))
                .toList();
        if (!open.isEmpty()) {
            return report(waits(open), schema);
        }
        // While the work table is being filled it is not whole: a crash must not leave a migration that looks ready.
        session.journal().fact("phase", Phase.APPROVED.name());
        EffectPlanner planner = Drafting.planner(
                session, plan, plan.valueMaps(), session.journal().database(), false);
        HostedFiles hosted = new HostedFiles(session, plan, planner);
        planner.build((effect, draft) -> hosted.keep(effect));
        new DocumentedFiles(session, plan).write();
        List<String> warnings = new ArrayList<>(hosted.task());
        if (session.effects().isAnythingWritten()) {
            warnings.addAll(new ChangesStep(session, plan, session.platforms().recentAccount()).run());
        }
        session.reach(Phase.PREPARED, "prepared", Map.of("effects", String.valueOf(owed())));
        warnings.forEach(session.listener()::message);
        return report(new StepResult(Completion.COMPLETE, Optional.empty(), warnings), schema);
    }

    private void takeImage(Catalog account, PlanFile plan, RecordCapacities capacities) {
        if (before.isTaken()) {
            return;
        }
        session.listener().message("taking the image of the destination before the first change");
        before.take(
                () -> session.retries().call(session.platforms().schema()::keys),
                session.reader(),
                new Canon(destination, account),
                MigrationSession.readable(account, plan.compiled().written()),
                capacities::held,
                capacities::keepHeld);
    }

    private static StepResult waits(List<Element> open) {
        return StepResult.of(
                Completion.WAITS,
                open.stream()
                        .map(element -> element.kind() + " '" + element.label() + "' of " + element.object() + ": "
                                + element.instruction())
                        .toList());
    }

    private List<Element> ensure(List<SchemaElement> elements) {
        SchemaEditor editor = session.platforms().schema();
        Set<String> keys = before.keys();
        List<Element> outcomes = new ArrayList<>();
        for (SchemaElement element : elements) {
            outcomes.add(ensure(editor, element, keys));
            session.listener()
                    .progress(new Progress(
                            "prepare",
                            element.kind().name(),
                            outcomes.size(),
                            elements.size(),
                            0,
                            0,
                            0,
                            Optional.empty(),
                            session.spending().spent()));
        }
        return outcomes;
    }

    private Element ensure(SchemaEditor editor, SchemaElement element, Set<String> keys) {
        return session.retries()
                .call(() -> editor.ensure(element, keys))
                .match(
                        created -> {
                            receipts.created(created.receipt(), session.generation());
                            return element(element, "CREATED", "");
                        },
                        reused -> element(element, "REUSED", ""),
                        removed -> element(element, "REFUSED", "the destination removed it"),
                        alreadyGone -> element(element, "REFUSED", "the destination lost it"),
                        kept -> element(element, "REUSED", ""),
                        forAPerson -> element(element, "FOR_A_PERSON", forAPerson.instruction()),
                        refused -> element(element, "REFUSED", text(refused.errors())));
    }

    static String text(List<FieldError> errors) {
        return errors.stream().map(error -> error + ": " + error.remedy()).collect(Collectors.joining("; "));
    }

    static Element element(SchemaElement element, String outcome, String instruction) {
        return new Element(element.object().name(), element.kind().name(), element.label(), outcome, instruction);
    }

    private long owed() {
        return new EffectCounts(session.effects())
                .owedByObject().values().stream().mapToLong(Long::longValue).sum();
    }

    private PrepareReport report(StepResult result, List<Element> schema) {
        return new PrepareReport(result, preflight.findings(), schema, before.counts(), owed());
    }
}
