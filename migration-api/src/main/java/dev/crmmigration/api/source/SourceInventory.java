package dev.crmmigration.api.source;

import java.util.List;

/**
 * What a source holds that cannot move as records, to be rebuilt or acknowledged by a person.
 *
 * @param automations a line for each automation, sequence and workflow, as far as the source tells them: at least the name
 * @param gaps a sentence each about what this platform cannot give
 * @param definitions those of the automations of which more than the name is known; their names occur in the lines
 */
public record SourceInventory(List<String> automations, List<String> gaps, List<Automation> definitions) {

    public static final SourceInventory EMPTY = new SourceInventory(List.of(), List.of());

    public SourceInventory {
        automations = List.copyOf(automations);
        gaps = List.copyOf(gaps);
        definitions = List.copyOf(definitions);
    }

    /** Makes an inventory of a source that tells only the names of automations. */
    public SourceInventory(List<String> automations, List<String> gaps) {
        this(automations, gaps, List.of());
    }
}
