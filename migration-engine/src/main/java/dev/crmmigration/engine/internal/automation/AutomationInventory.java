package dev.crmmigration.engine.internal.automation;

import dev.crmmigration.api.destination.AutomationEquivalent;
import dev.crmmigration.api.destination.AutomationEquivalent.Part;
import dev.crmmigration.api.source.Automation;
import dev.crmmigration.api.source.SourceInventory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every automation once, with what is known of it and from where, and what takes its place. */
public final class AutomationInventory {

    /** What stands where neither the source nor the customer has said anything. */
    public static final String UNKNOWN = "not exported, not supplied";

    private static final String SOURCE = "source";
    private static final String SUPPLIED = "supplied";

    private final Map<String, Automation> automations = new LinkedHashMap<>();
    private final Map<String, Set<String>> origins = new LinkedHashMap<>();
    private final List<AutomationEquivalent> equivalents;

    /**
     * One automation, ready to be read.
     *
     * @param origin {@code source}, {@code supplied} or both
     * @param equivalent what people choose at the destination; empty text if nothing is known
     * @param isTold whether trigger, conditions and actions are all known
     */
    public record Row(
            String name,
            String kind,
            String status,
            String trigger,
            String conditions,
            String actions,
            String origin,
            String equivalent,
            boolean isTold) {}

    private AutomationInventory(List<AutomationEquivalent> equivalents) {
        this.equivalents = equivalents;
    }

    /**
     * Puts together what is known.
     *
     * @param supplied what the customer has written down; it counts where the source says nothing
     */
    public static List<Row> of(
            SourceInventory inventory, List<Automation> supplied, List<AutomationEquivalent> equivalents) {
        AutomationInventory all = new AutomationInventory(equivalents);
        inventory.definitions().forEach(automation -> all.add(automation, SOURCE));
        inventory.automations().stream()
                .filter(line -> inventory.definitions().stream().noneMatch(known -> line.contains(known.name())))
                .forEach(line -> all.add(Automation.named(line), SOURCE));
        supplied.forEach(automation -> all.add(automation, SUPPLIED));
        return all.rows();
    }

    private void add(Automation automation, String origin) {
        String key = automation.name().strip().toLowerCase(Locale.ROOT);
        automations.merge(key, automation, AutomationInventory::joined);
        origins.computeIfAbsent(key, name -> new LinkedHashSet<>()).add(origin);
    }

    private static Automation joined(Automation known, Automation more) {
        return new Automation(
                known.name(),
                known.kind().isEmpty() ? more.kind() : known.kind(),
                known.status().isEmpty() ? more.status() : known.status(),
                known.trigger().or(more::trigger),
                known.conditions().or(more::conditions),
                known.actions().or(more::actions));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        automations.forEach((key, automation) -> rows.add(new Row(
                automation.name(),
                automation.kind(),
                automation.status(),
                automation.trigger().orElse(UNKNOWN),
                automation.conditions().orElse(UNKNOWN),
                automation.actions().orElse(UNKNOWN),
                String.join(", ", origins.getOrDefault(key, Set.of())),
                equivalent(automation),
                automation.trigger().isPresent()
                        && automation.conditions().isPresent()
                        && automation.actions().isPresent())));
        return rows;
    }

    private String equivalent(Automation automation) {
        List<String> parts = new ArrayList<>();
        found(Part.TRIGGER, automation.trigger()).stream().limit(1).forEach(one -> parts.add("trigger: " + one));
        found(Part.CONDITION, automation.conditions().filter(text -> !text.equalsIgnoreCase("none"))).stream()
                .limit(2)
                .forEach(one -> parts.add("condition: " + one));
        found(Part.ACTION, automation.actions()).forEach(one -> parts.add("action: " + one));
        return String.join("; ", parts);
    }

    /** Returns what takes the place of a part, each once, in the order of the table. */
    private List<String> found(Part part, Optional<String> text) {
        String words = text.map(one -> " " + one.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", " "))
                .orElse("");
        return equivalents.stream()
                .filter(one -> one.part() == part)
                .filter(one -> one.words().stream().anyMatch(word -> words.contains(" " + word)))
                .map(AutomationEquivalent::equivalent)
                .distinct()
                .toList();
    }
}
