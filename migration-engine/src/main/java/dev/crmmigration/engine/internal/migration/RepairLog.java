package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.RepairReport;
import dev.crmmigration.engine.RepairReport.Repaired;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.delta.Cause;
import dev.crmmigration.engine.internal.delta.Mender.MendedField;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Hypercare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects what a repair finds and does, and writes it to the hypercare log. */
final class RepairLog {

    private static final int FIRST = 100;

    /** What needs no person any more. */
    private static final Set<String> DONE = Set.of("WRITTEN", "RECREATED", "KEPT");

    private final MigrationSession session;
    private final List<Repaired> lines = new ArrayList<>();

    RepairLog(MigrationSession session) {
        this.session = session;
    }

    void add(Effect effect, String field, String problem, String cause, String repair) {
        String record = session.effects()
                .byNumber(effect.number())
                .flatMap(Effect::ref)
                .or(effect::ref)
                .map(Object::toString)
                .orElse("");
        lines.add(new Repaired(effect.id().toString(), record, field, problem, cause, repair));
    }

    void add(Effect effect, MendedField field, String repair) {
        String problem = field.cause() == Cause.NOBODY ? "LOST" : "CHANGED";
        add(effect, field.label(), problem, field.cause().name(), repair);
    }

    /** Makes everything durable and returns it. */
    RepairReport report(StepResult result) {
        Hypercare hypercare = new Hypercare(session.effects());
        Map<String, Long> repairs = new TreeMap<>();
        lines.forEach(line -> repairs.merge(line.repair(), 1L, Long::sum));
        session.journal().database().transaction(() -> {
            lines.forEach(line -> hypercare.repair(session.clock().instant(), line));
            session.journal().event("repair ended", counts(repairs));
        });
        session.workspace().writeReport("hypercare.jsonl", hypercare.lines());
        return new RepairReport(
                result.completion() == Completion.COMPLETE ? end() : result,
                repairs,
                lines.stream().limit(FIRST).toList());
    }

    private static Map<String, String> counts(Map<String, Long> repairs) {
        Map<String, String> counts = new TreeMap<>();
        repairs.forEach((repair, count) -> counts.put(repair, String.valueOf(count)));
        return counts;
    }

    private StepResult end() {
        long open = lines.stream()
                .filter(line -> !line.problem().equals("NONE") && !DONE.contains(line.repair()))
                .count();
        return open == 0
                ? StepResult.COMPLETE
                : StepResult.of(
                        Completion.WAITS,
                        List.of(open
                                + " record(s) or value(s) are not repaired; see the report. Repair takes edits, and makes"
                                + " missing records again, if it is told to"));
    }
}
