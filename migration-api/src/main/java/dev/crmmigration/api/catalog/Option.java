package dev.crmmigration.api.catalog;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One value of a pick-list. A stage is an option whose group is its pipeline.
 *
 * @param key what the account calls it; differs from account to account
 * @param label what people see; mappings and plans name options by label
 * @param group the label of the group it belongs to, if the pick-list has groups
 * @param probability of a stage in percent, from 0 to 100, if it has one
 */
public record Option(String key, String label, Optional<String> group, OptionalInt probability) {

    /** Returns an option without a probability. */
    public Option(String key, String label, Optional<String> group) {
        this(key, label, group, OptionalInt.empty());
    }

    public static Option of(String key, String label) {
        return new Option(key, label, Optional.empty());
    }

    /** Returns the same stage with its probability in percent. */
    public Option withProbability(int percent) {
        return new Option(key, label, group, OptionalInt.of(percent));
    }

    /** Returns how mappings name the option: its label, or {@code group / label}. */
    public String path() {
        return group.map(name -> name + " / " + label).orElse(label);
    }
}
