package dev.crmmigration.toolkit.damage;

/** What a rule does with what it finds. */
public enum Severity {
    /** The file cannot be read as it is. */
    STOP,
    /** The row is put aside. */
    QUARANTINE,
    /** Mended or kept, and reported. */
    WARN,
    /** Worth knowing. */
    INFO
}
