package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.Repair;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.Effects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the effects that the lines of a repair name. A line is never repeated in a message: it may hold anything. */
final class RepairTargets {

    private static final String SOURCE = "source ";
    private static final String DESTINATION = "destination ";

    private final Effects effects;
    private final List<ObjectMapping> mappings;
    private final SortedMap<Long, Effect> found = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private RepairTargets(Effects effects, List<ObjectMapping> mappings) {
        this.effects = effects;
        this.mappings = mappings;
    }

    /**
     * Returns the effects, each once, in their order.
     *
     * @throws ConfigurationException naming every line that names nothing
     */
    static Collection<Effect> of(Repair what, Effects effects, List<ObjectMapping> mappings) {
        RepairTargets targets = new RepairTargets(effects, mappings);
        for (int line = 0; line < what.lines().size(); line++) {
            String text = what.lines().get(line).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                targets.add(text, what.origin() + ":" + (line + 1) + ": ");
            }
        }
        if (targets.problems.isEmpty() && targets.found.isEmpty()) {
            targets.problems.add(what.origin() + ": names no record. Write one a line, as type:id");
        }
        if (!targets.problems.isEmpty()) {
            throw new ConfigurationException("the list of records to repair", targets.problems);
        }
        return targets.found.values();
    }

    private void add(String line, String place) {
        String lower = line.toLowerCase(Locale.ROOT);
        boolean isSource = lower.startsWith(SOURCE);
        boolean isDestination = lower.startsWith(DESTINATION);
        String name = isSource ? line.substring(SOURCE.length()) : line;
        Optional<RecordRef> ref = parsed(isDestination ? line.substring(DESTINATION.length()) : name);
        if (ref.isEmpty()) {
            problems.add(place + "is no record. Write type:id, such as contact:17");
            return;
        }
        List<Effect> bySource = isDestination ? List.of() : ofSource(ref.get());
        Optional<Effect> byRecord = isSource ? Optional.empty() : effects.byRef(ref.get());
        if (bySource.isEmpty() && byRecord.isEmpty()) {
            problems.add(place + "names no record of this migration, neither at the source nor at the destination");
        } else if (!bySource.isEmpty() && byRecord.isPresent() && !bySource.contains(byRecord.get())) {
            problems.add(place + "names a record at the source and another one at the destination. Write 'source' or"
                    + " 'destination' before it");
        } else {
            bySource.forEach(this::add);
            byRecord.ifPresent(this::add);
        }
    }

    private void add(Effect effect) {
        Effect carrier = effects.carrier(effect);
        found.put(carrier.number(), carrier);
    }

    private static Optional<RecordRef> parsed(String text) {
        int colon = text.indexOf(':');
        String type = colon < 0 ? "" : text.substring(0, colon).strip();
        String id = text.substring(colon + 1).strip();
        try {
            return type.isEmpty() || id.isEmpty() ? Optional.empty() : Optional.of(RecordRef.of(type, id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<Effect> ofSource(RecordRef ref) {
        return mappings.stream()
                .flatMap(mapping -> effects.of(mapping.name(), ref).stream())
                .toList();
    }
}
