package dev.crmmigration.engine;

/**
 * What is taken back.
 *
 * @param extent how much
 * @param takesEdited whether records are taken back as well that people have edited, or that records of others refer to
 */
public record Rollback(Extent extent, boolean takesEdited) {

    /** Everything that the migration did. */
    public static final Rollback EVERYTHING = new Rollback(Extent.EVERYTHING, false);

    /** What the last delta did. */
    public static final Rollback LAST_DELTA = new Rollback(Extent.LAST_DELTA, false);

    /** The sample, before the run has begun; the schema stays. */
    public static final Rollback SAMPLE = new Rollback(Extent.SAMPLE, false);

    /** How much is taken back. */
    public enum Extent {
        EVERYTHING,
        LAST_DELTA,
        SAMPLE
    }

    /** Returns this rollback, taking edited records as well. */
    public Rollback takingEdited() {
        return new Rollback(extent, true);
    }
}
