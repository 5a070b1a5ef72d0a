package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.error.MigrationException;

/** One place in the plan file is wrong. Collected with its siblings and reported together. */
final class PlanProblemException extends MigrationException {

    private static final long serialVersionUID = 1L;

    PlanProblemException(String problem) {
        super(problem, null);
    }
}
