package dev.crmmigration.api.audit;

import java.nio.file.Path;

/**
 * What a sink is told about the migration.
 *
 * @param migration names the migration in a way that stays the same
 * @param workspace its folder, for sinks that keep files
 */
public record AuditContext(String migration, Path workspace) {}
