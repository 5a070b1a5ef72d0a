package dev.crmmigration.testkit.contract;

/** A rule cannot be checked, because something that another rule asks for does not work, or the account has no hook. */
final class NotCheckableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotCheckableException(String message) {
        super(message);
    }

    NotCheckableException(String message, Throwable cause) {
        super(message, cause);
    }
}
