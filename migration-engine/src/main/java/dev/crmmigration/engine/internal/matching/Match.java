package dev.crmmigration.engine.internal.matching;

import java.util.List;
import java.util.Optional;

/**
 * What is proposed for a field of the source.
 *
 * @param source the field
 * @param target the field that it becomes; empty if nothing fits
 * @param confidence the probability that a person would agree, from 0 to 1; of the best rival if nothing fits
 * @param tier how it is to be treated
 * @param reasons why, the weightiest first; why a person has to look at it last
 * @param rivals what else it could become, the best first, at most three
 * @param values what becomes of the options of a pick-list
 */
public record Match(
        String source,
        Optional<String> target,
        double confidence,
        Tier tier,
        List<String> reasons,
        List<Rival> rivals,
        List<OptionMatch> values) {

    public Match {
        reasons = List.copyOf(reasons);
        rivals = List.copyOf(rivals);
        values = List.copyOf(values);
    }

    /**
     * What a field could become as well.
     *
     * @param reason the weightiest reason for or against it
     */
    public record Rival(String target, double confidence, String reason) {}

    /**
     * What an option becomes.
     *
     * @param target empty if nothing fits
     */
    public record OptionMatch(String option, Optional<String> target, double confidence, Tier tier) {}
}
