package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.error.MigrationException;

/** The host wants the running step to end. Becomes the result of the step, which can be called again. */
final class StepStoppedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    StepStoppedException() {
        super("stopped on request", null);
    }
}
