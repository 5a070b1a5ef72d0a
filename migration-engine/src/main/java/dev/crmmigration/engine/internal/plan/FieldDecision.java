package dev.crmmigration.engine.internal.plan;

/** What becomes of a field of the source that no row reads. */
enum FieldDecision {
    /** Its values go to a field that the destination has. */
    MAP,
    /** A custom field is made for it. */
    CREATE,
    /** Its values are lines of a text field that several fields share. */
    NOTE,
    /** It stays behind. */
    SKIP
}
