package dev.crmmigration.api.mapping;

/** How completely an object arrives. */
public enum Fidelity {
    /** Every record has a counterpart of its own kind. */
    ONE_TO_ONE,
    /** The destination has nothing of that kind; a substitute carries it. */
    LOSSY
}
