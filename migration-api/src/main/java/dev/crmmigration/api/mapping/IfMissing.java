package dev.crmmigration.api.mapping;

/** What happens to a record whose reference, user or mapped value cannot be had. */
public enum IfMissing {
    /** The record waits, with the reason, until it can be had. */
    HOLD,
    /** As {@link #HOLD}; but where records wait for each other in a circle, one is written without it and gets it later. */
    LATER,
    /** The record is written without it: a declared loss. */
    OMIT
}
