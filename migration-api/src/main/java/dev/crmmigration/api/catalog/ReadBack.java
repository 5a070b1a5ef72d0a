package dev.crmmigration.api.catalog;

/** The cheapest way in which records of an object can be read back. */
public enum ReadBack {
    /** All of them, page by page. */
    PAGES,
    /** Many at once, by their ids. */
    BY_IDS,
    /**
     * Only for some parents at a time: the records that the first required reference of the object refers to; where no
     * reference is required, what the first one that a record gives refers to.
     */
    BY_PARENT,
    /** Not at all: what was written stays unverified, and the plan says so. */
    NONE
}
