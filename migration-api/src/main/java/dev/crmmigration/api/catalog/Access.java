package dev.crmmigration.api.catalog;

/** When a field can be written. */
public enum Access {
    /** On create and on update. */
    WRITABLE,
    /** On create only; it cannot be set back, and reports say so before the run. */
    ON_CREATE_ONLY,
    /** Never, but it changes only if a person changes it. */
    READ_ONLY,
    /** Never, and the platform changes it by itself: outside all hashes, named in reports. */
    COMPUTED
}
