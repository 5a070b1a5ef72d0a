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

    /** Asks what becomes of packages that are over. */
    public static Choice closedPackages() {
        return Choice.of(
                "closedPackages",
                "Packages that are completed, expired or cancelled: 'migrate' makes won and lost deals of them; 'skip' leaves"
                        + " them out, counted; their sessions move without a deal.",
                List.of("migrate", "skip"),
                "migrate");
    }

    /**
     * Asks who owns what has no coach.
     *
     * @param source what the source is called
     * @param destination what the destination is called
     */
    public static Choice defaultOwner(String source, String destination) {
        return Choice.of(
                "defaultOwner",
                "The e-mail address of the " + destination + " user who owns what has no coach in " + source
                        + "; 'none' lets those records wait for one.",
                List.of(),
                NONE);
    }
}
