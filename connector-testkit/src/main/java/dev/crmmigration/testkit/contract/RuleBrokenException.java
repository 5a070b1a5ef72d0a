package dev.crmmigration.testkit.contract;

/** A rule does not hold. The message says what was seen, never a value. */
final class RuleBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleBrokenException(String message) {
        super(message);
    }
}
