package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Grade;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.draft.Binder;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.draft.EmailAliases;
import dev.crmmigration.engine.internal.draft.Hold;
import dev.crmmigration.engine.internal.draft.Owners;
import dev.crmmigration.engine.internal.draft.PlannedCatalog;
import dev.crmmigration.engine.internal.estimate.PlanCosts;
import dev.crmmigration.engine.internal.journal.EffectCounts;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.plan.Capacities;
import dev.crmmigration.engine.internal.plan.ExistingSchema;
import dev.crmmigration.engine.internal.plan.FieldAdvice;
import dev.crmmigration.engine.internal.plan.Grading;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.plan.PlanValueMaps;
import dev.crmmigration.engine.internal.plan.Policies;
import dev.crmmigration.engine.internal.prepare.EffectPlanner;
import dev.crmmigration.engine.internal.prepare.OwedReferences;
import dev.crmmigration.engine.internal.prepare.PlanInspection;
import dev.crmmigration.engine.internal.prepare.RecordCapacities;
import dev.crmmigration.engine.internal.prepare.ValueMapSurvey;
import dev.crmmigration.engine.internal.snapshot.FieldValues;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import dev.crmmigration.engine.internal.store.Database;
import dev.crmmigration.engine.internal.store.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proposes the plan, and plays it through on paper: every effect, every draft, every cost, before anything is sent. */
final class PlanStep {

    private final MigrationSession session;
    private final Snapshot snapshot;
    private final DestinationSession destination;
    private final Catalog account;
    private final FieldValues values;

    PlanStep(MigrationSession session) {
        this.session = session;
        this.snapshot = session.snapshot();
        this.destination = session.destination();
        this.account = session.account();
        this.values = new FieldValues(snapshot);
    }

    Plan run(boolean afresh) {
        PlanFile plan = propose(afresh);
        Path paper = session.workspace().folder().resolve("forecast.db");
        Workspace.deleteDatabase(paper);
        Plan view;
        try (Database database = Database.scratch(paper)) {
            view = inspect(plan, database);
        } finally {
            Workspace.deleteDatabase(paper);
        }
        return view;
    }

    private PlanFile propose(boolean afresh) {
        try (FieldAdvice advice = session.fieldAdvice()) {
            return PlanFile.propose(
                    session.workspace(),
                    session.pair(),
                    snapshot.catalog(),
                    account,
                    values,
                    afresh,
                    session.listener()::message,
                    advice);
        }
    }

    private Plan inspect(PlanFile proposed, Database database) {
        Catalog planned = PlannedCatalog.of(account, proposed.schema());
        PlanValueMaps maps = proposed.valueMaps();
        EffectPlanner planner = Drafting.planner(session, proposed, maps, database, true);
        Owners owners = new Owners(planned, proposed.compiled());
        OwedReferences references = new OwedReferences(proposed.compiled(), planner.effects());
        PlanInspection inspection = new PlanInspection(
                new Binder(planned, owners, destination::link),
                new Canon(destination, planned),
                planned,
                references,
                planner.effects(),
                Drafting.files(session, proposed));
        List<Plan.Question> questions = new ArrayList<>(proposed.openChoices());
        questions.addAll(proposed.openFields());
        proposed.problems().forEach(problem -> questions.add(new Plan.Question("plan", problem)));
        RecordCapacities capacities = new RecordCapacities(session.journal(), account);
        planner.build((effect, draft) -> {
            inspection.inspect(effect, draft);
            capacities.planned(draft);
        });
        capacities.keepPlanned().forEach(problem -> questions.add(new Plan.Question("plan", problem)));
        Capacities.ofElements(proposed.schema(), account)
                .forEach(problem -> questions.add(new Plan.Question("plan", problem)));
        Capacities.ofFiles(inspection.fileBytes(), account)
                .forEach(problem -> questions.add(new Plan.Question("plan", problem)));
        ValueMapSurvey survey = new ValueMapSurvey(maps, Drafting.drafter(proposed, maps, snapshot));
        survey.look(snapshot, proposed);
        PlanFile plan = proposed.withOwners(inspection.owners().keySet());
        questions.addAll(dataQuestions(plan, planner, survey, inspection));
        questions.addAll(answerQuestions(plan, owners));
        return view(plan, planner, survey, inspection, owners, questions);
    }

    private List<Plan.Question> dataQuestions(
            PlanFile plan, EffectPlanner planner, ValueMapSurvey survey, PlanInspection inspection) {
        List<Plan.Question> questions = new ArrayList<>();
        survey.misses()
                .forEach((map, misses) -> misses.forEach((value, count) -> {
                    List<String> targets = plan.targetsOf(map);
                    questions.add(new Plan.Question(
                            "valueMaps: " + map + ".entries",
                            "what does \"" + value + "\" become (" + count + " records have it)? Add it to the entries"
                                    + (targets.isEmpty() ? "" : " with one of " + targets)
                                    + ", or with \"\" to leave it out"));
                }));
        planner.undecided()
                .forEach((cause, count) -> questions.add(new Plan.Question(
                        "mappings", "a key or an order of " + count + " records cannot be worked out: " + cause)));
        for (Hold hold : inspection.obstacles().values()) {
            questions.add(new Plan.Question("mappings", obstacle(hold)));
        }
        if (survey.misses().isEmpty()) {
            snapshot.catalog().objects().forEach(object -> {
                long open = planner.open(object.type());
                if (open > 0) {
                    questions.add(new Plan.Question(
                            "mappings",
                            open + " records of " + object.type() + " are taken by no part of any mapping. Add an"
                                    + " exclusion with the reason, or widen a part"));
                }
            });
        }
        return questions;
    }

    private static String obstacle(Hold hold) {
        return switch (hold.reason()) {
            case OBJECT -> "the destination has no object " + hold.field();
            case OPTION -> "the pick-list " + hold.field() + " has no option \"" + hold.detail() + "\"";
            default -> "the destination has no field " + hold.field() + " on " + hold.detail();
        };
    }

    private static List<Plan.Question> answerQuestions(PlanFile plan, Owners owners) {
        List<Plan.Question> questions = new ArrayList<>();
        String fallback = plan.compiled().answer(Policies.FALLBACK_OWNER);
        boolean needed = plan.compiled().answer(Policies.UNRESOLVED_OWNER).equals(Policies.FALLBACK);
        if (needed && owners.active(fallback).isEmpty()) {
            questions.add(new Plan.Question(
                    "choices: " + Policies.FALLBACK_OWNER,
                    "name the e-mail address of an active user of the destination"));
        }
        plan.compiled()
                .unwrittenStrictObjects()
                .forEach(object -> questions.add(new Plan.Question(
                        "choices: " + Policies.STRICT_ORDER,
                        "the plan writes no object " + object + ". Name some of "
                                + plan.compiled().written().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))
                                + ", or none")));
        Stream.of(Policies.STOP_AFTER, Policies.BRAKE_AFTER)
                .filter(choice -> !plan.compiled().isPercentage(choice))
                .forEach(choice -> questions.add(
                        new Plan.Question("choices: " + choice, "give a percentage from 1 to 100, or never")));
        if (!EmailAliases.isUnderstood(plan.compiled().answer(Policies.OWNER_DOMAINS))) {
            questions.add(new Plan.Question(
                    "choices: " + Policies.OWNER_DOMAINS, "give pairs such as acme.com=acme.example, or none"));
        }
        if (!plan.compiled().hasSampleSize()) {
            questions.add(
                    new Plan.Question("choices: " + Policies.SAMPLE_SIZE, "give a number from 1 to 10000, or pair"));
        }
        if (!plan.compiled().hasHost()) {
            questions.add(new Plan.Question(
                    "choices: " + Policies.LARGE_FILES_HOST,
                    "give the https address of the folder that the files will be in, such as"
                            + " https://files.acme.example/crm, without user name, query or fragment"));
        }
        plan.owners().forEach((email, becomes) -> {
            if (!becomes.isEmpty() && owners.active(becomes).isEmpty()) {
                questions.add(new Plan.Question(
                        "owners", "the replacement of an owner is no active user of the destination: " + becomes));
            }
        });
        return questions;
    }

    private Plan view(
            PlanFile plan,
            EffectPlanner planner,
            ValueMapSurvey survey,
            PlanInspection inspection,
            Owners owners,
            List<Plan.Question> questions) {
        Map<String, Map<EffectState, Long>> counts = new EffectCounts(planner.effects()).counts();
        Map<ObjectType, Long> owed = new EffectCounts(planner.effects()).owedByObject();
        PlanCosts costs = costs(plan, owed, inspection);
        String fingerprint = plan.fingerprint();
        List<Plan.MappingView> mappings = plan.mappings(
                name -> owed(counts.getOrDefault(name, Map.of())),
                name -> counts.getOrDefault(name, Map.of()).getOrDefault(EffectState.DUPLICATE, 0L));
        List<Plan.UnmappedField> unmapped = unmapped(plan);
        List<Plan.SchemaView> schema = schema(plan.schema());
        Plan view = new Plan(
                questions.isEmpty()
                        ? StepResult.COMPLETE
                        : StepResult.of(
                                Completion.WAITS, List.of(questions.size() + " question(s) are open in plan.json")),
                fingerprint,
                questions.isEmpty()
                        && session.journal().fact("approved").orElse("").equals(fingerprint),
                questions,
                plan.headline(),
                plan.choices(),
                owners(plan, inspection.owners(), owners),
                mappings,
                valueMaps(plan, survey),
                plan.pipelines(inspection::stages),
                schema,
                inspection.holds(),
                inspection.losses(),
                unmapped,
                plan.fields(),
                planner.accounts().excluded().stream()
                        .map(excluded -> new Plan.Exclusion(excluded.object(), excluded.reason(), excluded.records()))
                        .toList(),
                costs.costs(),
                costs.creations(),
                costs.shortestRun(session.clock().instant()),
                inspection.files(),
                stale(plan, planner, owed, inspection),
                snapshot.inventory().automations(),
                snapshot.inventory().gaps(),
                grade(plan, mappings, unmapped, schema, questions, costs));
        plan.write(session.workspace(), view);
        session.planIsChecked(questions.isEmpty());
        return view;
    }

    private PlanCosts costs(PlanFile plan, Map<ObjectType, Long> owed, PlanInspection inspection) {
        return new PlanCosts(destination.pricing(), account, owed, inspection::parents, plan.compiled());
    }

    /** Says what it takes with the contacts that may be left out and without them, whatever the plan says. */
    private Optional<Plan.StaleContacts> stale(
            PlanFile plan, EffectPlanner planner, Map<ObjectType, Long> owed, PlanInspection inspection) {
        if (planner.stale() == 0) {
            return Optional.empty();
        }
        String answer = plan.compiled().answer(Policies.STALE_CONTACTS);
        boolean leavesOut = answer.equals(Policies.LEAVE_OUT);
        Map<ObjectType, Long> others = new TreeMap<>(owed);
        planner.ofStale()
                .forEach((object, records) ->
                        others.merge(object, leavesOut ? records : -records, (all, more) -> Math.max(0, all + more)));
        PlanCosts now = costs(plan, owed, inspection);
        PlanCosts otherwise = costs(plan, others, inspection);
        Instant start = session.clock().instant();
        return Optional.of(new Plan.StaleContacts(
                answer,
                planner.stale(),
                planner.ofStale().values().stream().mapToLong(Long::longValue).sum(),
                (leavesOut ? otherwise : now).costs(),
                (leavesOut ? now : otherwise).costs(),
                (leavesOut ? otherwise : now).shortestRun(start),
                (leavesOut ? now : otherwise).shortestRun(start)));
    }

    private Grade grade(
            PlanFile plan,
            List<Plan.MappingView> mappings,
            List<Plan.UnmappedField> unmapped,
            List<Plan.SchemaView> schema,
            List<Plan.Question> questions,
            PlanCosts costs) {
        List<ObjectDescription> written = account.objects().stream()
                .filter(object -> plan.compiled().written().contains(object.type()))
                .toList();
        return new Grading(
                        mappings,
                        written,
                        new Grading.Facts(
                                questions.size(),
                                unmapped.size(),
                                schema.stream()
                                        .filter(element -> !element.exists())
                                        .count(),
                                snapshot.inventory().gaps().size(),
                                costs.shortestRunAndVerification(session.clock().instant())))
                .grade();
    }

    private static List<Plan.ValueMapView> valueMaps(PlanFile plan, ValueMapSurvey survey) {
        List<Plan.ValueMapView> views = new ArrayList<>();
        plan.valueMapEntries().forEach((map, entries) -> {
            List<Plan.ValueView> values = new ArrayList<>();
            survey.misses()
                    .getOrDefault(map, Map.of())
                    .forEach((value, count) -> values.add(new Plan.ValueView(value, count, Optional.empty())));
            entries.forEach((value, target) ->
                    values.add(new Plan.ValueView(value, survey.occurrences(map, value), Optional.of(target))));
            views.add(new Plan.ValueMapView(map, values));
        });
        return views;
    }

    private static long owed(Map<EffectState, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() != EffectState.DUPLICATE)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private List<Plan.OwnerView> owners(PlanFile plan, Map<String, Long> found, Owners owners) {
        List<Plan.OwnerView> views = new ArrayList<>();
        found.forEach((email, records) -> {
            String replacement = plan.compiled().owner(email);
            String outcome = "held";
            String becomes = "";
            if (!replacement.isEmpty()) {
                outcome = "replaced";
                becomes = replacement;
            } else if (owners.user(email).isPresent()) {
                outcome = "matched";
                becomes = Owners.normal(owners.user(email).orElseThrow().email());
            } else if (owners.userKey(email).isPresent()) {
                outcome = "fallback";
                becomes = plan.compiled().answer(Policies.FALLBACK_OWNER);
            }
            views.add(new Plan.OwnerView(email, records, outcome, becomes));
        });
        return views;
    }

    private List<Plan.SchemaView> schema(List<SchemaElement> elements) {
        return elements.stream()
                .map(element -> new Plan.SchemaView(
                        element.object().name(),
                        element.kind().name(),
                        element.label(),
                        element.properties(),
                        ExistingSchema.has(account, element)))
                .toList();
    }

    private List<Plan.UnmappedField> unmapped(PlanFile plan) {
        Set<String> read = plan.fieldsRead();
        List<Plan.UnmappedField> unmapped = new ArrayList<>();
        snapshot.catalog().objects().forEach(object -> {
            ObjectType type = object.type();
            values.filled(type).forEach((field, filled) -> {
                if (!read.contains(type + "." + field)) {
                    unmapped.add(new Plan.UnmappedField(type.name(), field, filled));
                }
            });
        });
        return unmapped;
    }
}
