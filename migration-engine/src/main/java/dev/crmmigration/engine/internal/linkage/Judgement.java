package dev.crmmigration.engine.internal.linkage;

import java.util.List;

/**
 * What two records are to each other.
 *
 * @param tier how sure that is
 * @param reasons in words, without values
 * @param probability that they are the same
 */
record Judgement(Tier tier, List<String> reasons, double probability) {

    enum Tier {
        /** The same, by a rule that leaves no doubt. */
        AUTO,
        /** A person should look. */
        REVIEW,
        /** Not the same, as far as the data says. */
        SEPARATE,
        /** Not the same: something contradicts it. */
        VETO
    }

    static final Judgement SEPARATE = new Judgement(Tier.SEPARATE, List.of(), 0);

    static Judgement veto(String reason) {
        return new Judgement(Tier.VETO, List.of(reason), 0);
    }

    boolean isLink() {
        return tier == Tier.AUTO || tier == Tier.REVIEW;
    }
}
