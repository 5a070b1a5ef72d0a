package dev.crmmigration.engine;

import dev.crmmigration.api.error.MigrationException;

/** Another process, or another migration of this one, has the workspace open. */
public final class WorkspaceInUseException extends MigrationException {

    private static final long serialVersionUID = 1L;

    public WorkspaceInUseException(String workspace) {
        super(
                "workspace " + workspace + " is in use by another process. Wait for it, or stop it, and try again.",
                null);
    }
}
