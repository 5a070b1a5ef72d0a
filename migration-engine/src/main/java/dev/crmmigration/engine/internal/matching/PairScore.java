package dev.crmmigration.engine.internal.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How likely it is that a field of the source is a field of the target.
 *
 * @param source the field of the source
 * @param target the field of the target
 * @param logOdds the sum of the evidence
 * @param evidence what speaks for it and against it
 * @param doubt why a person has to look at the pair whatever its probability; empty if nothing of the kind was seen
 * @param impossible whether values of the one cannot be values of the other
 */
record PairScore(
        FieldFacts source,
        FieldFacts target,
        double logOdds,
        List<Evidence> evidence,
        Optional<String> doubt,
        boolean impossible) {

    PairScore {
        evidence = List.copyOf(evidence);
    }

    double probability() {
        return impossible ? 0 : Calibration.probability(logOdds);
    }

    PairScore with(Evidence more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(more);
        return new PairScore(source, target, logOdds + more.weight(), all, doubt, impossible);
    }

    /** Returns the reasons in words, the weightiest first. */
    List<String> reasons() {
        return evidence.stream()
                .sorted(Comparator.comparingDouble((Evidence one) -> -Math.abs(one.weight())))
                .map(Evidence::toString)
                .toList();
    }
}
