package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Drift;
import dev.crmmigration.engine.Drift.Check;
import dev.crmmigration.engine.Drift.ObjectDrift;
import dev.crmmigration.engine.MigrationListener.Progress;
import dev.crmmigration.engine.Status.Mark;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.Drifts;
import dev.crmmigration.engine.internal.journal.Hypercare;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.prepare.BeforeImage;
import dev.crmmigration.engine.internal.verify.DriftCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Tells how the destination differs from what was left there; may be called every day, and changes no proof. */
final class DriftStep {

    /** Set while a check is not at its end, so that one that was parked goes on where it stood. */
    private static final String UNDER_WAY = "drift";

    private static final int MOST_CHECKS = 100;

    private final MigrationSession session;

    DriftStep(MigrationSession session) {
        this.session = session;
    }

    Drift run() {
        Catalog account = session.platforms().recentAccount();
        // After the cutover nobody can approve a plan any more, and the account belongs to those who work there
        PlanFile plan = PlanFile.load(session.workspace(), session.connectors().mappings(), account);
        Drifts drifts = new Drifts(session.effects());
        if (session.journal().fact(UNDER_WAY).isEmpty()) {
            drifts.begin();
            session.journal().fact(UNDER_WAY, "begun");
        }
        Optional<Instant> since = since(session);
        DriftCheck check = new DriftCheck(
                account,
                session.destination(),
                RunStep.writes(session, plan, account),
                session.effects(),
                session.changes(),
                session.reader(),
                since,
                ref -> BeforeImage.first(session.journal()).image(ref).isPresent());
        List<ObjectDrift> objects = plan.compiled().written().stream()
                .map(object -> {
                    long written = drifts.seen().countWritten(object);
                    return check.look(object, seen -> tell(object, seen, written));
                })
                .toList();
        session.spending().store();
        return report(drifts, objects, since);
    }

    /** Returns when everything was last known to be as it should be, by the destination's clock. */
    static Optional<Instant> since(MigrationSession session) {
        LastVerification verification = new LastVerification(session.journal());
        return verification.isClosed() ? verification.begunAt() : Optional.empty();
    }

    private Drift report(Drifts drifts, List<ObjectDrift> objects, Optional<Instant> since) {
        Instant now = session.clock().instant();
        Check check = check(now, objects);
        Hypercare hypercare = new Hypercare(session.effects());
        session.journal().database().transaction(() -> {
            hypercare.check(check);
            session.journal()
                    .event(
                            "drift checked",
                            Map.of(
                                    "edited", String.valueOf(check.edited()),
                                    "lost", String.valueOf(check.lost()),
                                    "missing", String.valueOf(check.missing())));
            session.journal().forget(UNDER_WAY);
        });
        session.audit().deliver();
        session.workspace().writeReport("hypercare.jsonl", hypercare.lines());
        Instant begin = session.milestones().cutover().map(Mark::at).orElse(Instant.EPOCH);
        return new Drift(
                result(check),
                now,
                since,
                session.milestones().hypercare().ends(),
                objects,
                drifts.fields().stream()
                        .map(field -> new Drift.FieldDrift(field.mapping(), field.field(), field.kinds()))
                        .toList(),
                drifts.differences().stream()
                        .map(one -> new Drift.Change(one.effect(), one.record(), one.field(), one.kind()))
                        .toList(),
                hypercare.checks(begin, MOST_CHECKS));
    }

    private static Check check(Instant now, List<ObjectDrift> objects) {
        return new Check(
                now,
                sum(objects, ObjectDrift::asLeft),
                sum(objects, object -> object.people() + object.apps() + object.others()),
                sum(objects, ObjectDrift::lost),
                sum(objects, ObjectDrift::missing),
                sum(objects, ObjectDrift::hidden),
                sum(objects, ObjectDrift::newByOthers));
    }

    private static long sum(List<ObjectDrift> objects, ToLongFunction<ObjectDrift> count) {
        return objects.stream().mapToLong(count).sum();
    }

    private static StepResult result(Check check) {
        List<String> reasons = new ArrayList<>();
        if (check.lost() > 0) {
            reasons.add(
                    check.lost() + " record(s) have lost a value that nobody has edited; see the report. Call repair");
        }
        if (check.missing() > 0) {
            reasons.add(check.missing()
                    + " record(s) are missing; see the report. Ask whether somebody took them away, else"
                    + " repair with recreation");
        }
        if (check.hidden() > 0) {
            reasons.add(check.hidden() + " record(s) are not visible for the token's user. Look at its rights");
        }
        return reasons.isEmpty() ? StepResult.COMPLETE : StepResult.of(Completion.WAITS, reasons);
    }

    private void tell(ObjectType object, long seen, long written) {
        session.listener()
                .progress(new Progress(
                        "drift",
                        object.name(),
                        seen,
                        written,
                        0,
                        0,
                        0,
                        Optional.empty(),
                        session.spending().spent()));
    }
}
