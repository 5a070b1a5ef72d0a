package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.RunReport.Ended;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.RunReport.ReasonCount;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.EffectCounts;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports what became of everything that is owed: folds over the journal. */
final class RunCounts {

    private static final int FIRST = 100;

    private RunCounts() {}

    static List<MappingCounts> mappings(Effects effects) {
        List<MappingCounts> counts = new ArrayList<>();
        new EffectCounts(effects).counts().forEach((mapping, states) -> counts.add(mapping(mapping, states)));
        return counts;
    }

    private static MappingCounts mapping(String mapping, Map<EffectState, Long> states) {
        long owed = 0;
        for (Map.Entry<EffectState, Long> state : states.entrySet()) {
            owed += state.getKey() == EffectState.DUPLICATE ? 0 : state.getValue();
        }
        return new MappingCounts(
                mapping,
                owed,
                of(states, EffectState.WRITTEN),
                0,
                0,
                0,
                0,
                of(states, EffectState.HELD),
                of(states, EffectState.FAILED),
                of(states, EffectState.SENT) + of(states, EffectState.DOUBT),
                of(states, EffectState.READY) + of(states, EffectState.PENDING),
                of(states, EffectState.DUPLICATE));
    }

    private static long of(Map<EffectState, Long> states, EffectState state) {
        return states.getOrDefault(state, 0L);
    }

    static RunReport report(StepResult result, Effects effects, long resolved, Map<String, Long> spent) {
        List<Ended> first = new ArrayList<>();
        for (EffectState state : List.of(EffectState.FAILED, EffectState.HELD)) {
            new EffectCounts(effects)
                    .ended(state, 0, FIRST - first.size())
                    .forEach(ended -> first.add(new Ended(ended.effect().toString(), state.name(), ended.reason())));
        }
        return new RunReport(
                result,
                mappings(effects),
                reasons(effects, EffectState.HELD),
                reasons(effects, EffectState.FAILED),
                first,
                resolved,
                spent);
    }

    private static List<ReasonCount> reasons(Effects effects, EffectState state) {
        return new EffectCounts(effects)
                .reasons(state).stream()
                        .map(count -> new ReasonCount(count.mapping(), count.reason(), count.effects()))
                        .toList();
    }
}
