package dev.crmmigration.engine.internal.migration;

import static java.util.Objects.requireNonNull;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Repair;
import dev.crmmigration.engine.RepairReport;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.delta.Cause;
import dev.crmmigration.engine.internal.delta.Mender;
import dev.crmmigration.engine.internal.delta.Mender.Action;
import dev.crmmigration.engine.internal.delta.Mender.Mended;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Mending;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.run.Dispatcher;
import dev.crmmigration.engine.internal.run.MendedRecords;
import dev.crmmigration.engine.internal.run.RecordsNow;
import dev.crmmigration.engine.internal.run.Repeatables;
import dev.crmmigration.engine.internal.run.RunContext;
import dev.crmmigration.engine.internal.run.WriteFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts single records right from what was read of the source last: values that were lost are written again, edits are dealt
 * with as the plan says, what is missing is made again if that is wanted, what waits or was refused is tried again.
 */
final class RepairStep {

    private final MigrationSession session;
    private final Repair what;
    private final Mending mending;
    private final RepairLog log;
    private final Map<Long, Mended> mended = new TreeMap<>();
    private final List<Effect> toWrite = new ArrayList<>();
    private final List<Effect> toRecreate = new ArrayList<>();
    private final List<Effect> toTry = new ArrayList<>();

    RepairStep(MigrationSession session, Repair what) {
        this.session = session;
        this.what = what;
        this.mending = new Mending(session.effects());
        this.log = new RepairLog(session);
    }

    RepairReport run() {
        if (session.milestones().isHypercareOver()) {
            throw new StepOrderException("repair cannot be called any more: hypercare ended at "
                    + session.milestones().hypercare().ends().orElseThrow()
                    + ". Next: accept; or make the setting hypercare longer");
        }
        Collection<Effect> targets =
                RepairTargets.of(what, session.effects(), session.connectors().mappings());
        Catalog account = session.platforms().recentAccount();
        PlanFile plan = PlanFile.load(session.workspace(), session.connectors().mappings(), account);
        WriteFactory writes = RunStep.writes(session, plan, account);
        look(targets, plan, account, writes);
        RunContext context = new RunStep(session)
                .context(session.destination(), account, plan, session.stopSignal()::isGiven, () -> {});
        if (session.milestones().cutover().isEmpty()) {
            session.reach(Phase.RAN, "repair begun", Map.of());
        }
        StepResult result = session.inOurTime(write(context, RunStep.width(account)));
        session.spending().store();
        RepairReport report = log.report(result);
        session.audit().deliver();
        return report;
    }

    private void look(Collection<Effect> targets, PlanFile plan, Catalog account, WriteFactory writes) {
        Map<ObjectType, List<Effect>> there = new LinkedHashMap<>();
        RecordsNow now = new RecordsNow(writes, session.reader());
        for (Effect effect : targets) {
            switch (effect.state()) {
                case WRITTEN -> {
                    if (now.canBeRead(effect)) {
                        there.computeIfAbsent(effect.to(), type -> new ArrayList<>())
                                .add(effect);
                    } else {
                        log.add(effect, "", "UNREADABLE", "", "NONE");
                    }
                }
                case HELD, FAILED -> tryAgain(effect);
                case PENDING, READY, SENT, DOUBT -> toTry.add(effect);
                case DELETED, DUPLICATE -> log.add(effect, "", "NO_SOURCE", "", "NONE");
            }
        }
        Mender mender = new Mender(plan.compiled(), new Canon(session.destination(), account), what.takesEdited());
        there.forEach((type, effects) -> {
            Map<RecordRef, CrmRecord> records = now.of(effects);
            for (Effect effect : effects) {
                Optional.ofNullable(records.get(effect.ref().orElseThrow()))
                        .ifPresentOrElse(
                                record -> mend(effect, record, mender, account, writes), () -> missing(effect, writes));
            }
        });
    }

    private void tryAgain(Effect effect) {
        mending.again(effect);
        toTry.add(effect);
    }

    private void mend(Effect effect, CrmRecord record, Mender mender, Catalog account, WriteFactory writes) {
        Optional<Map<String, FieldValue>> fields = writes.fields(effect);
        if (fields.isEmpty()) {
            log.add(effect, "", "NO_SOURCE", "", "NONE");
            return;
        }
        Mended found = mender.mend(
                account.object(effect.to()).orElseThrow(),
                effect,
                fields.get(),
                record,
                isGone -> Cause.of(isGone, session.destination().lastChange(record), DriftStep.since(session)));
        if (found.fields().isEmpty()) {
            log.add(effect, "", "NONE", "", "NONE");
        } else if (found.patch().isEmpty()) {
            mending.left(effect, found.sent());
            found.fields()
                    .forEach(field -> log.add(effect, field, field.action().name()));
        } else {
            mended.put(effect.number(), found);
            toWrite.add(effect);
        }
    }

    private void missing(Effect effect, WriteFactory writes) {
        if (session.reader().presence(effect.ref().orElseThrow()) == Presence.HIDDEN) {
            log.add(effect, "", "HIDDEN", "", "NONE");
        } else if (writes.fields(effect).isEmpty()) {
            log.add(effect, "", "NO_SOURCE", "", "NONE");
        } else if (what.recreates()) {
            toRecreate.add(effect);
        } else {
            log.add(effect, "", "MISSING", Cause.OTHERS.name(), "NONE");
        }
    }

    private StepResult write(RunContext context, int width) {
        MendedRecords work = new MendedRecords(context, session.effects(), toWrite, mended);
        StepResult written = new Repeatables(context, work).run(width);
        for (Effect effect : toWrite) {
            String end = work.ends().get(effect.number());
            Mended found = requireNonNull(mended.get(effect.number()), "what mends the record");
            found.fields().forEach(field -> log.add(effect, field, repair(field.action(), end)));
        }
        if (written.completion() != Completion.COMPLETE) {
            return written;
        }
        Map<Long, String> reasons = toTry.stream().collect(Collectors.toMap(Effect::number, mending::reason));
        mending.recreate(toRecreate);
        StepResult dispatched = new Dispatcher(context, session.reader()).run(width);
        toRecreate.forEach(effect -> log.add(effect, "", "MISSING", Cause.OTHERS.name(), end(effect, "RECREATED")));
        toTry.forEach(effect -> log.add(
                effect, "", problem(effect), reasons.getOrDefault(effect.number(), ""), end(effect, "WRITTEN")));
        return dispatched;
    }

    /** What is not to be written has an end already, whatever became of the rest of the record. */
    private static String repair(Action action, @Nullable String end) {
        if (action != Action.WRITTEN) {
            return action.name();
        }
        return end == null ? "OPEN" : end.isEmpty() ? action.name() : "REFUSED";
    }

    private static String problem(Effect effect) {
        return switch (effect.state()) {
            case FAILED -> "REFUSED";
            case HELD -> "HELD";
            case PENDING, READY, SENT, DOUBT, WRITTEN, DUPLICATE, DELETED -> "OPEN";
        };
    }

    private String end(Effect effect, String written) {
        return switch (session.effects()
                .byNumber(effect.number())
                .orElse(effect)
                .state()) {
            case WRITTEN -> written;
            case HELD -> "HELD";
            case FAILED -> "REFUSED";
            case PENDING, READY, SENT, DOUBT, DUPLICATE, DELETED -> "OPEN";
        };
    }
}
