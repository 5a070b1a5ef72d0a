package dev.crmmigration.api.audit;

import java.nio.file.Path;

/**
 * What a sink is told about the migration.
 *
 * @param migration names the migration in a way that stays the same
 * @param workspace its folder, for sinks that keep files
 * @param delivered the sequence of the last event that the engine knows to be delivered to this sink, 0 if none is: for
 *     sinks that cannot look themselves
 * @param deliveredHash the hash of that event, empty text if there is none
 */
public record AuditContext(String migration, Path workspace, long delivered, String deliveredHash) {

    /** A migration of which nothing was delivered yet. */
    public AuditContext(String migration, Path workspace) {
        this(migration, workspace, 0, "");
    }
}
