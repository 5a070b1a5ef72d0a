package dev.crmmigration.api.error;

import org.jspecify.annotations.Nullable;

/** A call to a platform failed. Its subclasses say whether the same call may succeed later. */
public abstract sealed class ConnectorException extends MigrationException
        permits RetryableConnectorException, FatalConnectorException {

    private static final long serialVersionUID = 1L;

    protected ConnectorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
