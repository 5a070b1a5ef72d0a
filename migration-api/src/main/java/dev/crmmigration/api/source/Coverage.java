package dev.crmmigration.api.source;

/** What the records that were read stand for. */
public enum Coverage {
    /** All records of the object: one that is missing was deleted. */
    FULL,
    /** All records that changed since a moment. */
    CHANGES,
    /** Some of the records; nothing can be said about the others. */
    PARTIAL
}
