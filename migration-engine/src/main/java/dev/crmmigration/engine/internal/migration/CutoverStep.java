package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Cutover;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.Status.Mark;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.EffectCounts;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Verdicts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Declares the destination the system of record, if everything speaks for it: what was read last was taken after the freeze
 * and is written, it is verified that both sides say the same, and nobody waits for anything that was not acknowledged.
 */
final class CutoverStep {

    private static final String REPORT = "cutover.json";

    private final MigrationSession session;
    private final Effects effects;
    private final LastVerification verification;
    private final List<Reconciliation.Root> roots;

    CutoverStep(MigrationSession session) {
        this.session = session;
        this.effects = session.effects();
        this.verification = new LastVerification(session.journal());
        this.roots = new Verdicts(effects)
                .roots().entrySet().stream()
                        .map(root -> new Reconciliation.Root(
                                root.getKey(),
                                root.getValue().expected(),
                                root.getValue().found()))
                        .toList();
    }

    Cutover run(String by, boolean acknowledgesHeld) {
        List<String> reasons = new ArrayList<>();
        checkSource(reasons);
        checkWrites(reasons);
        checkProof(reasons);
        long waiting = waiting();
        if (waiting > 0 && !acknowledgesHeld) {
            reasons.add(waiting
                    + " record(s) or value(s) wait for a person or were refused; see the report. Settle them, or"
                    + " acknowledge them");
        }
        if (!reasons.isEmpty()) {
            return certificate(StepResult.of(Completion.WAITS, reasons), by, Optional.empty(), waiting);
        }
        Mark mark = new Mark(session.clock().instant(), by);
        return declared(mark, waiting);
    }

    /** The file comes first: if the process dies before the declaration is durable, both are made again. */
    private Cutover declared(Mark mark, long waiting) {
        Cutover certificate = certificate(StepResult.COMPLETE, mark.by(), Optional.of(mark.at()), waiting);
        session.workspace().writeReport(REPORT, certificate.toJson());
        session.journal().database().transaction(() -> {
            session.milestones().cutover(mark);
            session.journal()
                    .event(
                            "cut over",
                            Map.of(
                                    "by", mark.by(),
                                    "generation", String.valueOf(session.generation()),
                                    "acknowledged", String.valueOf(waiting),
                                    "account", certificate.account()));
        });
        session.audit().deliver();
        return certificate;
    }

    private void checkSource(List<String> reasons) {
        Optional<Mark> freeze = session.milestones().freeze();
        if (freeze.isEmpty()) {
            reasons.add("the source is not frozen. Call freeze, then delta");
        } else if (!session.isAfterFreeze()) {
            reasons.add("what was read from the source last was taken at "
                    + session.snapshot().takenAt().map(Instant::toString).orElse("an unknown moment")
                    + ", before the freeze at " + freeze.get().at() + ". Export the source again, then call delta");
        }
    }

    private void checkWrites(List<String> reasons) {
        if (DeltaStep.isUnderWay(session)) {
            reasons.add("a delta is not at its end. Call delta");
        }
        long open = Stream.of(EffectState.PENDING, EffectState.READY, EffectState.SENT, EffectState.DOUBT)
                .mapToLong(effects::count)
                .sum();
        if (open > 0) {
            reasons.add(open + " record(s) are still to be written. Call run");
        }
    }

    private void checkProof(List<String> reasons) {
        if (session.phase() != Phase.VERIFIED || verification.isUnderWay()) {
            reasons.add("what was written last is not verified. Call verify");
            return;
        }
        if (!verification.isClosed()) {
            reasons.add("the last verification did not close: see its report, repair or explain what differs, then call"
                    + " verify");
        }
        roots.stream()
                .filter(root -> !root.agrees())
                .forEach(root -> reasons.add(root.object() + ": source and destination do not say the same"));
    }

    /** What waits for a person: records, records without a source, values that both sides have changed. */
    private long waiting() {
        return effects.count(EffectState.HELD)
                + effects.count(EffectState.FAILED)
                + session.changes().flaggedGone()
                + session.changes().flagged();
    }

    private Cutover certificate(StepResult result, String by, Optional<Instant> at, long waiting) {
        boolean isDeclared = at.isPresent();
        Milestones milestones = session.milestones();
        return new Cutover(
                result,
                by,
                at,
                isDeclared ? session.connectors().destination().platform() : session.systemOfRecord(),
                session.journal().fact("account").orElse(""),
                milestones.freeze(),
                session.generation(),
                session.snapshot().takenAt(),
                session.breaches(),
                verification.begunAt(),
                isDeclared ? waiting : 0,
                RunCounts.mappings(effects, session.generation()),
                roots,
                unverified(),
                at.map(moment -> moment.plus(milestones.hypercare().length())));
    }

    private List<String> unverified() {
        List<String> read = roots.stream().map(Reconciliation.Root::object).toList();
        return new EffectCounts(effects)
                .owedByObject().keySet().stream()
                        .map(Object::toString)
                        .filter(object -> !read.contains(object))
                        .toList();
    }
}
