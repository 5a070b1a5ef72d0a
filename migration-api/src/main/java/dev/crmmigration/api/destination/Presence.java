package dev.crmmigration.api.destination;

/** What became of a record that a scan did not give. */
public enum Presence {
    /** It is there and can be read. */
    LIVE,
    /** It was deleted, or merged into another one. */
    GONE,
    /** It is there, but the token's user may not see it. */
    HIDDEN,
    /** The platform does not tell. */
    UNKNOWN
}
