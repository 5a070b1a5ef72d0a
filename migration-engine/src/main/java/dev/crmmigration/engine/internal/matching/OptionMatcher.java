package dev.crmmigration.engine.internal.matching;

import dev.crmmigration.engine.internal.expression.ValueMaps;
import dev.crmmigration.engine.internal.matching.Match.OptionMatch;
import dev.crmmigration.engine.internal.value.JaroWinkler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final int MOST_COMPARED = 40_000;
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
        List<String> left = options.stream().sorted().toList();
        List<String> there = targets.stream().sorted().toList();
        if ((long) left.size() * there.size() > MOST_COMPARED) {
            return exact(options, there);
        }
        double[][] gains = gains(left, there);
        int[] chosen = there.isEmpty() ? new int[0] : Assignment.best(gains);
        Map<String, OptionMatch> matches = new HashMap<>();
        for (int row = 0; row < left.size(); row++) {
            int column = chosen.length == 0 ? -1 : chosen[row];
            matches.put(
                    left.get(row),
                    column < 0 ? none(left.get(row)) : found(left.get(row), there.get(column), gains[row][column]));
        }
        return options.stream()
                .map(option -> matches.getOrDefault(option, none(option)))
                .toList();
    }

    /** So many values are no pick-list that people look through: only what is the same is taken for the same. */
    private static List<OptionMatch> exact(List<String> options, List<String> targets) {
        Map<String, String> known = new HashMap<>();
        targets.forEach(target -> known.putIfAbsent(ValueMaps.normal(target), target));
        return options.stream()
                .map(option -> Optional.ofNullable(known.get(ValueMaps.normal(option)))
                        .map(target -> found(option, target, 1))
                        .orElseGet(() -> none(option)))
                .toList();
    }

    private static double[][] gains(List<String> options, List<String> targets) {
        double[][] gains = new double[options.size()][targets.size()];
        for (int i = 0; i < options.size(); i++) {
            for (int j = 0; j < targets.size(); j++) {
                double alike = alike(options.get(i), targets.get(j));
                gains[i][j] = alike >= ALIKE ? alike : 0;
            }
        }
        return gains;
    }

    private static OptionMatch none(String option) {
        return new OptionMatch(option, Optional.empty(), 0, Tier.UNMAPPED);
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
