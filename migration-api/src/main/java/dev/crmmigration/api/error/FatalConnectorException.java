package dev.crmmigration.api.error;

import org.jspecify.annotations.Nullable;

/** Repeating the call cannot help until a person acts: a wrong token, an unpaid account. The step stops. */
public final class FatalConnectorException extends ConnectorException {

    private static final long serialVersionUID = 1L;

    public FatalConnectorException(String message) {
        super(message, null);
    }

    public FatalConnectorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
