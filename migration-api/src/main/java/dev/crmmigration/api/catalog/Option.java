package dev.crmmigration.api.catalog;

import java.util.Optional;

/**
 * One value of a pick-list. A stage is an option whose group is its pipeline.
 *
 * @param key what the account calls it; differs from account to account
 * @param label what people see; mappings and plans name options by label
 * @param group the label of the group it belongs to, if the pick-list has groups
 */
public record Option(String key, String label, Optional<String> group) {

    public static Option of(String key, String label) {
        return new Option(key, label, Optional.empty());
    }

    /** Returns how mappings name the option: its label, or {@code group / label}. */
    public String path() {
        return group.map(name -> name + " / " + label).orElse(label);
    }
}
