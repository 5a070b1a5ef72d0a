package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.engine.internal.expression.ValueMaps;
import dev.crmmigration.engine.internal.plan.PlanDocument.ValueMapEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The value maps of a plan. */
public final class PlanValueMaps implements ValueMaps {

    private final Map<String, Map<String, String>> maps = new HashMap<>();

    PlanValueMaps(PlanDocument plan) {
        for (ValueMapEntry entry : plan.valueMaps()) {
            Map<String, String> map = new HashMap<>();
            entry.entries().forEach((value, target) -> map.put(ValueMaps.normal(value), target));
            maps.put(entry.name(), map);
        }
    }

    @Override
    public Optional<String> lookup(String map, String value) {
        return Optional.ofNullable(maps.getOrDefault(map, Map.of()).get(ValueMaps.normal(value)));
    }
}
