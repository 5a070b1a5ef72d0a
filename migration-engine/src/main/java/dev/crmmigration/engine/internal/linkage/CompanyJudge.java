package dev.crmmigration.engine.internal.linkage;

import java.util.List;

/** Decides about two companies, by what they registered. Their name alone is not enough. */
final class CompanyJudge implements Judge {

    private static final double SAME_NAME = 0.90;
    private static final double PARTLY = 0.7;

    private final Frequencies frequencies;

    CompanyJudge(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    @Override
    public Judgement judge(Card one, Card other) {
        if (!one.registration().isEmpty() && !other.registration().isEmpty()) {
            return one.registration().equals(other.registration())
                    ? new Judgement(Judgement.Tier.AUTO, List.of("same registration number"), 0.999)
                    : Judgement.veto("registration number differs");
        }
        boolean isNamed = !one.company().isEmpty() && !other.company().isEmpty();
        double likeness = isNamed ? CompanyNames.likeness(one.company(), other.company()) : 0;
        boolean isSameDomain = !one.domain().isEmpty() && one.domain().equals(other.domain());
        if (isSameDomain && likeness >= SAME_NAME) {
            return new Judgement(Judgement.Tier.AUTO, List.of("same domain", "same name or nearly so"), 0.99);
        }
        if (isSameDomain) {
            return review(0.85, "same domain", isNamed ? "names differ: a group or an agency?" : "one has no name");
        }
        boolean isSameCity = !one.city().isEmpty() && one.city().equals(other.city());
        if (likeness >= Comparison.ALIKE && isSameCity) {
            return review(likeness == 1 ? 0.9 : 0.85, "same name or nearly so", "same city");
        }
        boolean isSamePhone = one.phones().stream()
                .filter(other.phones()::contains)
                .anyMatch(phone -> !frequencies.isSwitchboard(phone));
        return isSamePhone
                ? review(
                        likeness >= PARTLY ? 0.9 : 0.8,
                        "same phone",
                        likeness >= PARTLY ? "name alike" : "name differs")
                : Judgement.SEPARATE;
    }

    private static Judgement review(double probability, String... reasons) {
        return new Judgement(Judgement.Tier.REVIEW, List.of(reasons), probability);
    }
}
