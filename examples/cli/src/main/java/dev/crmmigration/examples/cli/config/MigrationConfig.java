package dev.crmmigration.examples.cli.config;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.Migration;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a config file says.
 *
 * @param workspace the folder that keeps the state
 * @param policies answers to choices of the plan, by choice
 */
public record MigrationConfig(Path workspace, Endpoint source, Endpoint destination, Map<String, String> policies) {

    public MigrationConfig {
        policies = Collections.unmodifiableMap(new TreeMap<>(policies));
    }

    /** A platform and how to reach it. */
    public record Endpoint(String platform, Settings settings) {}

    /** Returns a builder that has all of it. */
    public Migration.Builder builder() {
        Migration.Builder builder = Migration.builder()
                .workspace(workspace)
                .source(source.platform(), source.settings())
                .destination(destination.platform(), destination.settings());
        policies.forEach(builder::policy);
        return builder;
    }

    /** Leaves out answers, which may be somebody's e-mail address. */
    @Override
    public String toString() {
        return "MigrationConfig[" + workspace + ", " + source + ", " + destination + ", " + policies.keySet() + "]";
    }
}
