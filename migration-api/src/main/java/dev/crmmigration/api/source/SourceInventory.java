package dev.crmmigration.api.source;

import java.util.List;

/**
 * What a source holds that cannot move as records, to be rebuilt or acknowledged by a person.
 *
 * @param automations names of automations, sequences and workflows, as far as the source tells them
 * @param gaps a sentence each about what this platform cannot give
 */
public record SourceInventory(List<String> automations, List<String> gaps) {

    public static final SourceInventory EMPTY = new SourceInventory(List.of(), List.of());

    public SourceInventory {
        automations = List.copyOf(automations);
        gaps = List.copyOf(gaps);
    }
}
