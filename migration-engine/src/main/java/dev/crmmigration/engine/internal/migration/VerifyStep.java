package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.MigrationListener.Progress;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Accounts;
import dev.crmmigration.engine.internal.journal.Verdicts;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.profile.Profiler;
import dev.crmmigration.engine.internal.verify.Verifier;
import dev.crmmigration.engine.internal.verify.Verifier.ObjectTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads everything back, compares it, and closes the counts. */
final class VerifyStep {

    /** Set while a verification is not at its end, so that one that was parked goes on where it stood. */
    static final String UNDER_WAY = "verifying";

    private final MigrationSession session;

    VerifyStep(MigrationSession session) {
        this.session = session;
    }

    Reconciliation run() {
        DestinationSession destination = session.destination();
        Catalog account = session.platforms().recentAccount();
        PlanFile plan = session.approvedPlan(account);
        if (session.journal().fact(UNDER_WAY).isEmpty()) {
            new Verdicts(session.effects()).begin();
            session.journal().fact(UNDER_WAY, session.serverClock().instant().toString());
        }
        Verifier verifier = new Verifier(
                account,
                RunStep.writes(session, plan, account),
                new Canon(destination, account),
                session.effects(),
                session.changes(),
                session.reader());
        List<ObjectTally> tallies = plan.compiled().written().stream()
                .map(object -> verify(verifier, object))
                .toList();
        Reconciliation reconciliation = reconciliation(tallies, verifier);
        new LastVerification(session.journal()).ended(reconciliation.closed());
        session.spending().store();
        session.reach(Phase.VERIFIED, "verified", Map.of("closed", String.valueOf(reconciliation.closed())));
        return reconciliation;
    }

    private ObjectTally verify(Verifier verifier, ObjectType object) {
        long written = new Verdicts(session.effects()).countWritten(object);
        return verifier.verify(object, seen -> tell(object, seen, written));
    }

    private void tell(ObjectType object, long seen, long written) {
        session.listener()
                .progress(new Progress(
                        "verify",
                        object.name(),
                        seen,
                        written,
                        0,
                        0,
                        0,
                        Optional.empty(),
                        session.spending().spent()));
    }

    private Reconciliation reconciliation(List<ObjectTally> tallies, Verifier verifier) {
        List<Profile.FileCount> files =
                session.snapshot().files().stream().map(Profiler::file).toList();
        List<Reconciliation.ObjectCounts> objects = objects();
        List<MappingCounts> mappings = RunCounts.mappings(session.effects(), session.generation());
        List<String> broken = new ArrayList<>();
        files.stream().filter(file -> !file.closes()).forEach(file -> broken.add("file " + file.file()));
        objects.stream().filter(object -> !object.closes()).forEach(object -> broken.add("object " + object.object()));
        mappings.stream()
                .filter(mapping -> !mapping.closes())
                .forEach(mapping -> broken.add("mapping " + mapping.mapping()));
        tallies.stream()
                .filter(tally -> tally.different() + tally.missing() + tally.hidden() > 0)
                .forEach(tally -> broken.add(tally.object() + ": " + tally.different() + " different, "
                        + tally.missing() + " missing, " + tally.hidden() + " not visible"));
        return new Reconciliation(
                result(broken, mappings),
                broken.isEmpty(),
                files,
                objects,
                mappings,
                tallies.stream().map(VerifyStep::verified).toList(),
                tallies.stream()
                        .filter(tally -> tally.unverified() == 0)
                        .map(tally -> root(tally.object(), verifier.roots(tally.object())))
                        .toList(),
                verifier.fields().stream()
                        .map(field -> new Reconciliation.FieldComparison(
                                field.mapping(),
                                field.field(),
                                field.compared(),
                                field.equal(),
                                field.losses(),
                                field.different()))
                        .toList(),
                verifier.differences().stream()
                        .map(difference -> new Reconciliation.Difference(
                                difference.effect(), difference.record(), difference.field(), difference.kind()))
                        .toList());
    }

    private static StepResult result(List<String> broken, List<MappingCounts> mappings) {
        if (!broken.isEmpty()) {
            return StepResult.of(Completion.BROKEN, broken);
        }
        long waiting = mappings.stream()
                .mapToLong(mapping -> mapping.held() + mapping.failed())
                .sum();
        return waiting == 0
                ? StepResult.COMPLETE
                : StepResult.of(Completion.WAITS, List.of(waiting + " record(s) wait or were refused; see the report"));
    }

    private static Reconciliation.Root root(ObjectType object, Verdicts.Roots roots) {
        return new Reconciliation.Root(object.name(), roots.expected(), roots.found());
    }

    private static Reconciliation.Verified verified(ObjectTally tally) {
        return new Reconciliation.Verified(
                tally.object().name(),
                tally.way().name(),
                tally.records(),
                tally.equal(),
                tally.different(),
                tally.missing(),
                tally.hidden(),
                tally.unverified());
    }

    private List<Reconciliation.ObjectCounts> objects() {
        Accounts accounts = new Accounts(session.journal().database());
        List<Reconciliation.ObjectCounts> counts = new ArrayList<>();
        for (ObjectDescription object : session.snapshot().catalog().objects()) {
            long records = session.snapshot().count(object.type());
            Map<String, Long> ways = new TreeMap<>();
            accounts.counts(object.type()).forEach((way, count) -> ways.put(way.name(), count));
            long accounted = ways.values().stream().mapToLong(Long::longValue).sum();
            counts.add(new Reconciliation.ObjectCounts(object.type().name(), records, ways, records == accounted));
        }
        return counts;
    }
}
