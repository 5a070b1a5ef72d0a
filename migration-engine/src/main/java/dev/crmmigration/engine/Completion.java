package dev.crmmigration.engine;

/** How a step ended. */
public enum Completion {
    /** Everything is done, and all counts close. */
    COMPLETE,
    /** The budget of the account is gone; the step goes on after a moment. */
    PARKED,
    /** The step was stopped, by a person or by the account, and can be called again. */
    STOPPED,
    /** A person has to decide, or records wait or were refused. */
    WAITS,
    /** Something that must hold does not: counts, verification, residue. */
    BROKEN
}
