package dev.crmmigration.examples.cli;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.WorkspaceInUseException;

/** What scripts are told. */
enum ExitCode {
    DONE,
    OTHER,
    INPUT_WRONG,
    WAITS_FOR_A_PERSON,
    PARKED,
    HELD_OR_FAILED,
    BROKEN,
    WORKSPACE_IN_USE;

    int number() {
        return ordinal();
    }

    /** Returns the code of a step that gave a result. */
    static ExitCode of(StepResult result) {
        return switch (result.completion()) {
            case COMPLETE -> DONE;
            case PARKED -> PARKED;
            case STOPPED -> OTHER;
            case WAITS -> WAITS_FOR_A_PERSON;
            case BROKEN -> BROKEN;
        };
    }

    /** Returns the code of a step that threw. */
    static ExitCode of(Throwable failure) {
        if (failure instanceof ConfigurationException
                || failure instanceof StepOrderException
                || failure instanceof FatalConnectorException) {
            return INPUT_WRONG;
        }
        if (failure instanceof WorkspaceInUseException) {
            return WORKSPACE_IN_USE;
        }
        boolean budgetGone = failure instanceof RetryableConnectorException refused && refused.isBudgetGone();
        return budgetGone ? PARKED : OTHER;
    }
}
