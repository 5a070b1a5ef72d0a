package dev.crmmigration.engine.internal.matching;

import dev.crmmigration.engine.internal.expression.ValueMaps;
import dev.crmmigration.engine.internal.matching.Match.OptionMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what becomes of the options of a pick-list, each at most once to each. */
public final class OptionMatcher {

    private static final double ALIKE = 0.9;
    private static final double SURE = 0.999;
    /** From this share of options on, two pick-lists are likely to be the same one. */
    private static final double MOST = 0.5;

    private static final double WEIGHT = 2;
    private static final double NOTHING_IN_COMMON = -0.3;

    /** Weighs how many options two pick-lists have in common; empty if one of them has none. */
    Optional<Evidence> overlap(FieldFacts from, FieldFacts to) {
        if (from.options().size() < 2 || to.options().size() < 2) {
            return Optional.empty();
        }
        Set<String> there = normal(to.options());
        Set<String> here = normal(from.options());
        long common = here.stream().filter(there::contains).count();
        double share = (double) common / Math.min(here.size(), there.size());
        double weight = share >= MOST ? WEIGHT * share : share == 0 ? NOTHING_IN_COMMON : 0;
        return Optional.of(new Evidence(common + " of " + here.size() + " options are the same", weight));
    }

    private static Set<String> normal(List<String> options) {
        return options.stream().map(ValueMaps::normal).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Finds what every option becomes, in the order of the options. */
    public List<OptionMatch> match(List<String> options, List<String> targets) {
        List<String> sortedTargets = targets.stream().sorted().toList();
        List<String> sorted = options.stream().sorted().toList();
        double[][] gains = new double[sorted.size()][sortedTargets.size()];
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sortedTargets.size(); j++) {
                double alike = alike(sorted.get(i), sortedTargets.get(j));
                gains[i][j] = alike >= ALIKE ? alike : 0;
            }
        }
        int[] chosen = sortedTargets.isEmpty() ? new int[0] : Assignment.best(gains);
        List<OptionMatch> matches = new ArrayList<>();
        for (String option : options) {
            int row = sorted.indexOf(option);
            int column = chosen.length == 0 ? -1 : chosen[row];
            matches.add(
                    column < 0
                            ? new OptionMatch(option, Optional.empty(), 0, Tier.UNMAPPED)
                            : found(option, sortedTargets.get(column), gains[row][column]));
        }
        return matches;
    }

    private static OptionMatch found(String option, String target, double alike) {
        return new OptionMatch(option, Optional.of(target), alike, alike >= SURE ? Tier.AUTO : Tier.CONFIRM);
    }

    /** The same words in any order are the same; else the letters decide. */
    private static double alike(String one, String other) {
        String left = ValueMaps.normal(one);
        String right = ValueMaps.normal(other);
        if (left.equals(right)) {
            return 1;
        }
        Set<String> leftWords = new TreeSet<>(List.of(left.split(" ")));
        Set<String> rightWords = new TreeSet<>(List.of(right.split(" ")));
        if (leftWords.equals(rightWords)) {
            return SURE;
        }
        return Math.min(SURE - 0.01, JaroWinkler.of(left, right));
    }
}
