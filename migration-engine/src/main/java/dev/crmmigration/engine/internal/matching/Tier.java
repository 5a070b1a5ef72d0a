package dev.crmmigration.engine.internal.matching;

/** How a proposal is to be treated. */
public enum Tier {
    /** Sure enough to count unless a person says otherwise. */
    AUTO,
    /** A person has to confirm it. */
    CONFIRM,
    /** Nothing fits. */
    UNMAPPED
}
