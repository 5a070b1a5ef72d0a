package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.RunReport.Breach;
import dev.crmmigration.engine.RunReport.Edit;
import dev.crmmigration.engine.RunReport.Ended;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.RunReport.ReasonCount;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.EffectCounts;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports what became of everything that is owed: folds over the journal. */
final class RunCounts {

    private static final int FIRST = 100;

    private RunCounts() {}

    static List<MappingCounts> mappings(Effects effects, int generation) {
        List<MappingCounts> counts = new ArrayList<>();
        new EffectCounts(effects).ends(generation).forEach((mapping, ends) -> counts.add(mapping(mapping, ends)));
        return counts;
    }

    private static MappingCounts mapping(String mapping, Map<String, Long> ends) {
        long duplicates = ends.getOrDefault("DUPLICATE", 0L);
        return new MappingCounts(
                mapping,
                of(ends, ends.keySet()) - duplicates,
                of(ends, Set.of("CREATED")),
                of(ends, Set.of("UPDATED")),
                0,
                of(ends, Set.of("UNCHANGED")),
                of(ends, Set.of("DELETED")),
                of(ends, Set.of("HELD", "FLAGGED")),
                of(ends, Set.of("FAILED")),
                of(ends, Set.of("SENT", "DOUBT")),
                of(ends, Set.of("READY", "PENDING")),
                duplicates);
    }

    private static long of(Map<String, Long> ends, Set<String> names) {
        return names.stream().mapToLong(name -> ends.getOrDefault(name, 0L)).sum();
    }

    /** @param resolved how many attempts in doubt were cleared up */
    static RunReport report(MigrationSession session, StepResult result, long resolved) {
        Effects effects = session.effects();
        List<Ended> first = new ArrayList<>();
        Changes changes = session.changes();
        for (EffectState state : List.of(EffectState.FAILED, EffectState.HELD)) {
            new EffectCounts(effects)
                    .ended(state, 0, FIRST - first.size())
                    .forEach(ended -> first.add(new Ended(ended.effect().toString(), state.name(), ended.reason())));
        }
        return new RunReport(
                result,
                mappings(effects, session.generation()),
                reasons(effects, EffectState.HELD),
                reasons(effects, EffectState.FAILED),
                first,
                changes.edits(FIRST).stream()
                        .map(edit -> new Edit(
                                edit.effect().toString(),
                                edit.record().toString(),
                                edit.field(),
                                edit.decision().name()))
                        .toList(),
                changes.gone(FIRST),
                breaches(session),
                resolved,
                PhaseClosing.reports(effects, session.generation()),
                session.stepWatch().costs(),
                session.spending().spent());
    }

    private static List<Breach> breaches(MigrationSession session) {
        return session
                .milestones()
                .freeze()
                .map(freeze -> session.snapshot().changedAfter(freeze.at(), FIRST))
                .orElse(List.of())
                .stream()
                .map(changed -> new Breach(changed.ref().toString(), changed.at()))
                .toList();
    }

    private static List<ReasonCount> reasons(Effects effects, EffectState state) {
        List<EffectCounts.ReasonCount> counts = new ArrayList<>(new EffectCounts(effects).reasons(state));
        if (state == EffectState.HELD) {
            counts.addAll(new EffectCounts(effects).flagged());
        }
        return counts.stream()
                .map(count -> new ReasonCount(count.mapping(), count.reason(), count.effects()))
                .toList();
    }
}
