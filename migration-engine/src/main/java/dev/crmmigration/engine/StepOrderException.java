package dev.crmmigration.engine;

/** A step was called before it can be; the message names the step that comes first. */
public final class StepOrderException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public StepOrderException(String message) {
        super(message);
    }
}
