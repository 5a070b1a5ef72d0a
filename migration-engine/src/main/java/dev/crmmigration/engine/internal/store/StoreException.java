package dev.crmmigration.engine.internal.store;

import dev.crmmigration.api.error.MigrationException;

/** The workspace cannot be read or written: a full disk, a missing right, a damaged file. */
public final class StoreException extends MigrationException {

    private static final long serialVersionUID = 1L;

    public StoreException(String problem, Throwable cause) {
        super(problem + ": " + cause.getMessage() + ". Check the disk and the rights on the workspace folder.", cause);
    }
}
