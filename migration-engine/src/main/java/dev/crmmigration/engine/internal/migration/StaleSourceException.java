package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.error.MigrationException;

/** What the source gives is older than the freeze; the message says what a person does about it. */
final class StaleSourceException extends MigrationException {

    private static final long serialVersionUID = 1L;

    StaleSourceException(String problem) {
        super(problem, null);
    }
}
