package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.error.ConnectorException;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.plan.PlanValueMaps;
import java.util.List;
import java.util.Map;

/** Keeps a run from its start while something is under way at the source that the plan has no answer for. */
final class SourceGate {

    private final MigrationSession session;

    SourceGate(MigrationSession session) {
        this.session = session;
    }

    /** Asks only before the first record: a run that has begun goes on, whether the source is still there or not. */
    List<String> obstacles(PlanFile plan) {
        if (session.phase() != Phase.PREPARED) {
            return List.of();
        }
        Map<String, Map<String, String>> known = plan.valueMapEntries();
        PlanValueMaps maps = plan.valueMaps();
        try {
            return session.underWayAtSource((map, value) ->
                    !known.containsKey(map) || maps.lookup(map, value).isPresent());
        } catch (ConnectorException e) {
            return List.of("the source cannot be asked whether something is under way there: " + e.getMessage());
        }
    }
}
