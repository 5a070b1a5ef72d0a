package dev.crmmigration.examples.benchmarks.damage;

/**
 * What became of damaged rows.
 *
 * @param damaged how many were damaged
 * @param repaired read as if they had not been
 * @param quarantined put aside, or their file was stopped
 * @param flagged read otherwise, which is reported
 * @param wrong read otherwise, or gone, and nobody says so
 */
public record Tally(long damaged, long repaired, long quarantined, long flagged, long wrong) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                damaged + other.damaged,
                repaired + other.repaired,
                quarantined + other.quarantined,
                flagged + other.flagged,
                wrong + other.wrong);
    }

    /** Returns the share of damaged rows that were repaired. */
    public double share() {
        return damaged == 0 ? 1 : (double) repaired / damaged;
    }
}
