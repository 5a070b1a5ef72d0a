package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.mapping.Choice;
import java.util.List;

/** Questions that several pairs of platforms put to the customer in the same words. */
public final class CommonChoices {

    public static final String NONE = "none";

    private CommonChoices() {}

    /**
     * Asks what becomes of tags at a destination that has labels instead.
     *
     * @param source what the source is called, which begins the name of the field
     */
    public static Choice tagsAsLabels(String source) {
        return Choice.of(
                "tags",
                "Tags: 'labels' makes a person label of each; 'field' makes one multi-select field '" + source
                        + " tags', which suits an account with very many tags.",
                List.of("labels", "field"),
                "labels");
    }
}
