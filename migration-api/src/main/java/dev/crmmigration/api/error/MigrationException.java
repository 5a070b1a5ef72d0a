package dev.crmmigration.api.error;

import org.jspecify.annotations.Nullable;

/**
 * A failure of a migration. Its message says what failed, where, and what to do; it never holds a field value or a
 * secret.
 */
public abstract class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected MigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
