package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.error.MigrationException;

/** The plan that is to be carried out is not the one that a person has approved. Becomes the result of the step. */
final class NotApprovedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    NotApprovedException(String problem) {
        super(problem, null);
    }
}
