package dev.crmmigration.api.connector;

import java.util.Optional;

/**
 * A setting that a connector knows.
 *
 * @param name as it stands in the configuration
 * @param meaning one sentence for a person: what it is, its shape and range
 * @param required whether the connector cannot open without it
 * @param secret whether its value must never be shown
 * @param defaultValue what counts if it is not given; empty if there is no default
 */
public record Setting(String name, String meaning, boolean required, boolean secret, Optional<String> defaultValue) {

    public static Setting required(String name, String meaning) {
        return new Setting(name, meaning, true, false, Optional.empty());
    }

    public static Setting secret(String name, String meaning) {
        return new Setting(name, meaning, true, true, Optional.empty());
    }

    public static Setting optional(String name, String meaning) {
        return new Setting(name, meaning, false, false, Optional.empty());
    }

    public static Setting optional(String name, String meaning, String defaultValue) {
        return new Setting(name, meaning, false, false, Optional.of(defaultValue));
    }
}
