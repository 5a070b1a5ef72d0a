package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.error.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the audit while a step writes, and ends the step when a sink fails: nothing new is sent, and what is under way
 * is recorded before the failure is thrown.
 */
final class AuditWatch {

    private final AuditDelivery audit;
    private @Nullable MigrationException failure;

    AuditWatch(AuditDelivery audit) {
        this.audit = audit;
    }

    /** Delivers what has come together; to be called after every round. */
    void tick() {
        if (failure == null) {
            try {
                audit.follow();
            } catch (MigrationException e) {
                failure = e;
            }
        }
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** @throws MigrationException if a sink has failed */
    void check() {
        if (failure != null) {
            throw failure;
        }
    }
}
