package dev.crmmigration.engine.internal.matching;

/**
 * Turns sums of evidence into probabilities. The constants are those of a logistic regression (Platt scaling) on labelled
 * pairs of CRM schemas; {@code docs/proposals.md} says how they were fitted.
 */
final class Calibration {

    private static final double SLOPE = 0.84;
    private static final double OFFSET = 0.2;

    private Calibration() {}

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-(SLOPE * logOdds + OFFSET)));
    }
}
