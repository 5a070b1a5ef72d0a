package dev.crmmigration.testkit.contract;

/** What an account can be made to do wrong, so that the rules about failures can be checked. */
public enum Fault {
    /** The next write happens, but its answer gets lost on the way; once. */
    ANSWER_LOST,
    /** Nobody takes connections. */
    CONNECTION_REFUSED,
    /** The credentials are not valid any more. */
    CREDENTIALS_REFUSED,
    /** The next call that reads fails in a way that may pass; once. */
    READ_FAILS
}
