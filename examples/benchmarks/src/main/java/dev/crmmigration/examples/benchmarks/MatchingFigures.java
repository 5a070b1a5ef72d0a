package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.engine.internal.matching.Match;
import dev.crmmigration.engine.internal.matching.Tier;
import dev.crmmigration.examples.benchmarks.LabelledSchemas.Label;
import dev.crmmigration.examples.benchmarks.LabelledSchemas.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts how good proposals are. Ids and system fields do not count; where the right answer is a matter of taste, neither of
 * the answers counts, but a third one does.
 */
final class MatchingFigures {

    private static final int BINS = 10;

    private final Counts all = new Counts();
    private final List<Counts> objects = new ArrayList<>();
    private final Map<String, Counts> kinds = new TreeMap<>();
    private final Map<String, Counts> pairs = new TreeMap<>();
    private final double[][] bins = new double[BINS][3];
    private final List<String> wrong = new ArrayList<>();

    /** Hits and misses. */
    static final class Counts {
        private int right;
        private int wrong;
        private int missed;
        private int left;
        private int toLeave;

        double precision() {
            return right + wrong == 0 ? 0 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 0 : (double) right / (right + missed);
        }

        double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }

        /** Returns the share of the fields without a counterpart that were left alone. */
        double leftAlone() {
            return toLeave == 0 ? 1 : (double) left / toLeave;
        }

        int right() {
            return right;
        }

        int wrong() {
            return wrong;
        }

        int missed() {
            return missed;
        }

        boolean hasMatches() {
            return right + missed > 0;
        }

        private void add(Counts other) {
            right += other.right;
            wrong += other.wrong;
            missed += other.missed;
            left += other.left;
            toLeave += other.toLeave;
        }
    }

    /**
     * Counts the proposals for a pair of objects.
     *
     * @param tier what other proposals count as unmapped; empty if all count
     */
    void add(Pair pair, List<Match> matches, Optional<Tier> tier) {
        Map<String, Match> bySource = new HashMap<>();
        matches.forEach(match -> bySource.put(match.source(), match));
        Counts counts = new Counts();
        pair.labels().forEach((field, label) -> {
            if (!label.group().equals("id") && !label.system()) {
                Optional<Match> proposed = Optional.ofNullable(bySource.get(field))
                        .filter(match -> match.target().isPresent())
                        .filter(match -> tier.isEmpty() || match.tier() == tier.get())
                        .filter(match -> !pair.ids().contains(match.target().get()));
                count(pair, field, label, proposed, counts);
            }
        });
        objects.add(counts);
        all.add(counts);
        kinds.computeIfAbsent(pair.kind(), kind -> new Counts()).add(counts);
        pairs.computeIfAbsent(pair.source() + ">" + pair.target(), name -> new Counts())
                .add(counts);
    }

    private void count(Pair pair, String field, Label label, Optional<Match> proposed, Counts counts) {
        boolean expected = label.group().equals("match");
        boolean none = label.group().equals("none");
        counts.toLeave += none ? 1 : 0;
        if (proposed.isEmpty()) {
            counts.missed += expected ? 1 : 0;
            counts.left += none ? 1 : 0;
            return;
        }
        String target = proposed.get().target().orElseThrow();
        boolean right = label.right().contains(target) && !none;
        if (right && label.group().equals("ambiguous")) {
            return;
        }
        calibrate(proposed.get().confidence(), right);
        if (right) {
            counts.right++;
        } else {
            counts.wrong++;
            counts.missed += expected ? 1 : 0;
            wrong.add(pair.source() + ">" + pair.target() + " "
                    + pair.sourceObject().name() + "." + field + " -> " + target + ", right is "
                    + (label.right().isEmpty() ? "nothing" : label.right()));
        }
    }

    private void calibrate(double confidence, boolean right) {
        double[] bin = bins[Math.min(BINS - 1, (int) (confidence * BINS))];
        bin[0]++;
        bin[1] += confidence;
        bin[2] += right ? 1 : 0;
    }

    Counts all() {
        return all;
    }

    Map<String, Counts> kinds() {
        return kinds;
    }

    Map<String, Counts> pairs() {
        return pairs;
    }

    /** Returns the proposals that are wrong, a line each. */
    List<String> wrong() {
        return wrong;
    }

    /** Returns the mean F1 of the pairs of objects. */
    double macroF1() {
        return objects.stream()
                .filter(Counts::hasMatches)
                .mapToDouble(Counts::f1)
                .average()
                .orElse(0);
    }

    /** Returns how far confidence and truth are apart, on average over the proposals, in ten bins. */
    double calibrationError() {
        double error = 0;
        double proposals = 0;
        for (double[] bin : bins) {
            error += Math.abs(bin[1] - bin[2]);
            proposals += bin[0];
        }
        return proposals == 0 ? 0 : error / proposals;
    }
}
