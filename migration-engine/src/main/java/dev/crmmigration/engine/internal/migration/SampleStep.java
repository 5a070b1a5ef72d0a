package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.SampleReport;
import dev.crmmigration.engine.SampleReport.SampleRecord;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Samples;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.prepare.EffectPlanner;
import dev.crmmigration.engine.internal.run.Dispatcher;
import dev.crmmigration.engine.internal.run.RunContext;
import dev.crmmigration.engine.internal.sample.Strata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a part of the records before all others and compares it field by field. Called again after the plan was corrected,
 * it corrects what is there already.
 */
final class SampleStep {

    private static final int PAGE = 500;

    /** Which sample is chosen: of a plan and of a size. */
    private static final String CHOSEN = "sample";

    private final MigrationSession session;
    private final Catalog account;
    private final PlanFile plan;
    private final Samples samples;
    private final SampleGate gate;

    SampleStep(MigrationSession session) {
        this.session = session;
        this.account = session.platforms().recentAccount();
        this.plan = session.approvedPlan(account);
        this.samples = new Samples(session.effects());
        this.gate = new SampleGate(session);
    }

    SampleReport run() {
        int size = plan.compiled()
                .sampleSize()
                .orElseGet(() -> session.connectors()
                        .source()
                        .sampleSize(session.connectors().destination().platform()));
        session.journal().forget(SampleGate.ACCEPTED);
        session.journal().event("sample begun", Map.of("size", String.valueOf(size)));
        session.effects().releaseHeld();
        EffectPlanner planner = planner();
        choose(size, planner);
        RunContext context = new RunStep(session)
                .context(
                        session.destination(),
                        account,
                        plan,
                        () -> session.stopSignal().isGiven(),
                        new RunProgress(session, "sample", session.effects())::tick);
        StepResult result =
                session.inOurTime(new Dispatcher(context, session.reader(), samples).run(RunStep.width(account)));
        session.spending().store();
        SampleReport report = report(result, planner);
        session.journal()
                .event(
                        "sample ended",
                        Map.of("completion", report.result().completion().name()));
        session.audit().deliver();
        return report;
    }

    private EffectPlanner planner() {
        return new EffectPlanner(
                plan.compiled(),
                session.snapshot(),
                Drafting.drafter(plan, plan.valueMaps(), session.snapshot()),
                Drafting.files(session, plan),
                session.journal().database());
    }

    private void choose(int size, EffectPlanner planner) {
        String wanted = plan.fingerprint() + " " + size;
        if (session.journal().fact(CHOSEN).filter(wanted::equals).isPresent() && samples.count() > 0) {
            return;
        }
        Strata strata = new Strata(account, size);
        long after = 0;
        List<Effect> page = samples.candidates(after, PAGE);
        while (!page.isEmpty()) {
            session.stopSignal().check();
            page.forEach(effect -> planner.draft(effect)
                    .filter(draft -> !isStrict(effect.to()))
                    .ifPresent(draft -> strata.see(effect, draft)));
            after = page.get(page.size() - 1).number();
            page = samples.candidates(after, PAGE);
        }
        session.journal().database().transaction(() -> {
            samples.begin();
            pick(strata, size);
            samples.keep(strata.all());
            session.journal().fact(CHOSEN, wanted);
        });
    }

    private void pick(Strata strata, int size) {
        // Of objects in strict order only the first ones can come first
        for (String strict : plan.compiled().strictObjects()) {
            samples.first(strict, Math.max(1, size / 10)).forEach(samples::add);
        }
        for (long effect : strata.picks()) {
            if (samples.count() >= size) {
                return;
            }
            samples.add(effect);
        }
    }

    private boolean isStrict(ObjectType object) {
        return plan.compiled().strictObjects().contains(object.name());
    }

    private SampleReport report(StepResult written, EffectPlanner planner) {
        List<Effect> members = samples.all();
        List<SampleRecord> records = new ComparedRecords(session, plan, account).of(members);
        return new SampleReport(
                written.completion() == Completion.COMPLETE ? result(records) : written,
                plan.fingerprint(),
                members.size(),
                samples.countWritten(),
                strata(members, planner),
                records,
                gate.accepted());
    }

    private static StepResult result(List<SampleRecord> records) {
        Map<String, Long> wrong = new TreeMap<>();
        records.stream()
                .filter(record ->
                        !record.state().equals("EQUAL") && !record.state().equals("UNREADABLE"))
                .forEach(record -> wrong.merge(record.state(), 1L, Long::sum));
        List<String> reasons = new ArrayList<>();
        wrong.forEach(
                (state, count) -> reasons.add(count + " record(s) of the sample: " + state.toLowerCase(Locale.ROOT)));
        reasons.add(
                "look at the sample, then accept it; or correct the plan, and call approve, prepare and sample again");
        return StepResult.of(Completion.WAITS, reasons);
    }

    private List<SampleReport.Stratum> strata(List<Effect> members, EffectPlanner planner) {
        Strata strata = new Strata(account, members.size());
        Map<List<String>, Long> sampled = new HashMap<>();
        members.forEach(effect -> planner.draft(effect)
                .ifPresent(draft -> strata.names(effect, draft)
                        .forEach(name -> sampled.merge(List.of(effect.id().mapping(), name), 1L, Long::sum))));
        return samples.strata().stream()
                .map(stratum -> new SampleReport.Stratum(
                        stratum.mapping(),
                        stratum.name(),
                        stratum.records(),
                        sampled.getOrDefault(List.of(stratum.mapping(), stratum.name()), 0L)))
                .toList();
    }
}
