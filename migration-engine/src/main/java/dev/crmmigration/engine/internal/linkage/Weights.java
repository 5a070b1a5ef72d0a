package dev.crmmigration.engine.internal.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much each level speaks for two contacts being the same, in bits, by Fellegi and Sunter. */
final class Weights {

    private static final int SAMPLE = 4_000;
    private static final int PAIRS = 5;
    /** The shipped figures count as so many pairs. */
    private static final double PRIOR_PAIRS = 500;

    private final Map<Comparison, double[]> ofOthers = new EnumMap<>(Comparison.class);

    private Weights() {}

    /** The cards whose ids have the smallest hashes, whatever the order in which they come. */
    static final class Sample {
        private final TreeMap<Long, Card> cards = new TreeMap<>();

        void add(Card card) {
            long hash = Hash64.of(card.id());
            if (cards.size() < SAMPLE || hash < cards.lastKey()) {
                cards.put(hash, card);
                if (cards.size() > SAMPLE) {
                    cards.pollLastEntry();
                }
            }
        }
    }

    /** Measures how often levels are found between records that are not the same: between random ones. */
    static Weights of(Sample sample) {
        List<Card> cards = new ArrayList<>(sample.cards.values());
        Weights weights = new Weights();
        for (Comparison comparison : Comparison.values()) {
            List<Comparison.Level> levels = comparison.levels();
            double[] counts = new double[levels.size()];
            double all = PRIOR_PAIRS;
            for (int i = 0; i < counts.length; i++) {
                counts[i] = levels.get(i).ofOthers() * PRIOR_PAIRS;
            }
            for (int i = 0; i < cards.size(); i++) {
                for (int step = 1; step <= PAIRS && cards.size() > 2 * PAIRS; step++) {
                    int level = comparison.of(cards.get(i), cards.get((i + step) % cards.size()));
                    if (level != Comparison.MISSING) {
                        counts[level]++;
                        all++;
                    }
                }
            }
            for (int i = 0; i < counts.length; i++) {
                counts[i] /= all;
            }
            weights.ofOthers.put(comparison, counts);
        }
        return weights;
    }

    /** What one comparison adds. */
    record Part(Comparison comparison, int level, double bits) {

        static final Comparator<Part> STRONGEST = Comparator.comparingDouble((Part part) -> -Math.abs(part.bits()))
                .thenComparing(Part::comparison);
    }

    /** Returns what each comparison of two cards adds; those with nothing to compare add nothing. */
    List<Part> parts(Map<Comparison, Integer> levels, Card card, Frequencies frequencies) {
        List<Part> parts = new ArrayList<>();
        levels.forEach((comparison, level) -> {
            if (level != Comparison.MISSING) {
                parts.add(new Part(comparison, level, bits(comparison, level, card, frequencies)));
            }
        });
        return parts;
    }

    private double bits(Comparison comparison, int level, Card card, Frequencies frequencies) {
        double ofSame = comparison.levels().get(level).ofSame();
        double[] shares = ofOthers.getOrDefault(comparison, new double[0]);
        double share = level == 0 ? frequencies.share(comparison, card) : Double.NaN;
        return log2(ofSame / (Double.isNaN(share) ? shares[level] : share));
    }

    static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }
}
