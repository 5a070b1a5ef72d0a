package dev.crmmigration.engine.internal.matching;

import java.util.Locale;

/**
 * One reason for or against a pair of fields.
 *
 * @param words what was seen
 * @param weight in log-odds: above zero speaks for the pair, below against it
 */
record Evidence(String words, double weight) {

    @Override
    public String toString() {
        return words + String.format(Locale.ROOT, " (%+.1f)", weight);
    }
}
