package dev.crmmigration.examples.cli;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.WorkspaceInUseException;

/** What scripts are told. */
enum ExitCode {
    DONE(0),
    OTHER(1),
    INPUT_WRONG(2),
    WAITS_FOR_A_PERSON(3),
    PARKED(4),
    HELD_OR_FAILED(5),
    BROKEN(6),
    WORKSPACE_IN_USE(7);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
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
