package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.mapping.ValueMap;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of tags or lists with the label that each becomes; in the plan a name may take the label of another, or none. */
public final class Taxonomy {

    private final String name;
    private final Map<String, String> labels = new LinkedHashMap<>();

    /**
     * Gives every name a label, names that cannot be told apart the same one.
     *
     * @param name the name of its value map
     * @param prefix begins every label
     * @param names as the source has them
     */
    public Taxonomy(String name, String prefix, List<String> names) {
        this.name = name;
        // Value maps cannot tell these spellings apart, so the first stands for all.
        Map<String, String> spellings = new LinkedHashMap<>();
        names.forEach(spelling -> spellings.putIfAbsent(compared(spelling), spelling));
        spellings.values().forEach(spelling -> labels.put(spelling, prefix + spelling));
    }

    public boolean isEmpty() {
        return labels.isEmpty();
    }

    public List<String> labels() {
        return List.copyOf(labels.values());
    }

    public ValueMap valueMap() {
        return new ValueMap(name, labels(), labels);
    }

    /** Returns the expression of the labels for the names that an expression gives. */
    public String labelsOf(String names) {
        return "map(" + Expressions.text(name) + ", " + names + ")";
    }

    private static String compared(String spelling) {
        String lower = Normalizer.normalize(spelling, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = lower.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        return words.isEmpty() ? lower.strip() : words;
    }
}
