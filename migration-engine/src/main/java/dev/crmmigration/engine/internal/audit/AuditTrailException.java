package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.error.MigrationException;
import org.jspecify.annotations.Nullable;

/** The audit trail cannot be read, written or signed; the step stops. */
public final class AuditTrailException extends MigrationException {

    private static final long serialVersionUID = 1L;

    public AuditTrailException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
