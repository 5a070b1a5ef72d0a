package dev.crmmigration.api.mapping;

/** What happens to a record whose reference, user or mapped value cannot be had. */
public enum IfMissing {
    /** The record waits, with the reason, until it can be had. */
    HOLD,
    /** The record is written without it, and it is set by a second write. */
    LATER,
    /** The record is written without it: a declared loss. */
    OMIT
}
