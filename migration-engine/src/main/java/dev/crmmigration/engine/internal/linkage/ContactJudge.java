package dev.crmmigration.engine.internal.linkage;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Decides about two contacts. Sure are the same external id, and the same personal e-mail address with names that do not
 * speak against it. The same name alone is never enough.
 */
final class ContactJudge implements Judge {

    private static final double REVIEW = 0.8;
    private static final int NAME_ALIKE = 2;

    private final Weights weights;
    private final Frequencies frequencies;
    private final double priorBits;

    /** @param prior how likely two random records are the same */
    ContactJudge(Weights weights, Frequencies frequencies, double prior) {
        this.weights = weights;
        this.frequencies = frequencies;
        this.priorBits = Weights.log2(prior / (1 - prior));
    }

    @Override
    public Judgement judge(Card one, Card other) {
        boolean isSwapped = isSwapped(one, other);
        Map<Comparison, Integer> levels = levels(one, other, isSwapped);
        if (!one.externalId().isEmpty() && one.externalId().equals(other.externalId())) {
            return new Judgement(Judgement.Tier.AUTO, List.of("same external id"), 0.999);
        }
        if (level(levels, Comparison.BIRTH_DATE) == 1) {
            return Judgement.veto("birth date differs");
        }
        if (level(levels, Comparison.FIRST_NAME) > NAME_ALIKE && isColleague(one, other)) {
            return Judgement.veto("first name differs, e-mail differs at the same domain");
        }
        boolean isSameEmail = level(levels, Comparison.EMAIL) == 0;
        if (isSameEmail && isPersonal(one, other) && areCompatible(levels)) {
            return new Judgement(
                    Judgement.Tier.AUTO, List.of("same e-mail", names(levels, one, other, isSwapped)), 0.998);
        }
        return isSameEmail || hasEvidence(levels) ? score(levels, one, other, isSwapped) : Judgement.SEPARATE;
    }

    private Judgement score(Map<Comparison, Integer> levels, Card one, Card other, boolean isSwapped) {
        // One of them stands for both, the same one whichever comes first
        Card common = one.last().compareTo(other.last()) <= 0 ? one : other;
        List<Weights.Part> parts = weights.parts(levels, common, frequencies);
        double bits = priorBits + parts.stream().mapToDouble(Weights.Part::bits).sum();
        double probability = 1 / (1 + Math.pow(2, -bits));
        boolean isSameEmail = level(levels, Comparison.EMAIL) == 0;
        if (probability < REVIEW && !isSameEmail) {
            return Judgement.SEPARATE;
        }
        Stream<String> why = parts.stream()
                .sorted(Weights.Part.STRONGEST)
                .map(part -> String.format(
                        Locale.ROOT,
                        "%s (%+.1f)",
                        part.comparison().levels().get(part.level()).words(),
                        part.bits()));
        Stream<String> swap = isSwapped ? Stream.of("first and last name swapped") : Stream.empty();
        return new Judgement(Judgement.Tier.REVIEW, Stream.concat(swap, why).toList(), probability);
    }

    private Map<Comparison, Integer> levels(Card one, Card other, boolean isSwapped) {
        Map<Comparison, Integer> levels = new EnumMap<>(Comparison.class);
        for (Comparison comparison : Comparison.values()) {
            levels.put(comparison, comparison.of(one, other));
        }
        if (isSwapped) {
            levels.put(Comparison.FIRST_NAME, 0);
            levels.put(Comparison.LAST_NAME, 0);
        }
        boolean isSwitchboard = level(levels, Comparison.PHONE) == 0
                && one.phones().stream().filter(other.phones()::contains).allMatch(frequencies::isSwitchboard);
        if (isSwitchboard) {
            levels.put(Comparison.PHONE, Comparison.MISSING);
        }
        return levels;
    }

    private static int level(Map<Comparison, Integer> levels, Comparison comparison) {
        return Objects.requireNonNullElse(levels.get(comparison), Comparison.MISSING);
    }

    private static boolean isSwapped(Card one, Card other) {
        return !one.first().isEmpty()
                && !one.last().isEmpty()
                && !one.first().equals(one.last())
                && one.first().equals(other.last())
                && one.last().equals(other.first());
    }

    /** Tells whether a shared address is one person's. */
    private static boolean isPersonal(Card one, Card other) {
        return one.emails().stream().filter(other.emails()::contains).anyMatch(email -> !Emails.isRole(email));
    }

    private static boolean isColleague(Card one, Card other) {
        return one.emails().stream().noneMatch(other.emails()::contains)
                && one.emails().stream()
                        .map(Emails::domain)
                        .anyMatch(domain ->
                                other.emails().stream().map(Emails::domain).anyMatch(domain::equals));
    }

    /** The same first name or a form of it, and the same last name but for a letter; what is missing fits. */
    private static boolean areCompatible(Map<Comparison, Integer> levels) {
        int first = level(levels, Comparison.FIRST_NAME);
        int last = level(levels, Comparison.LAST_NAME);
        return (first <= 1 && last <= 0) || (first == 0 && last == 1);
    }

    /** A name, and something beside it. */
    private static boolean hasEvidence(Map<Comparison, Integer> levels) {
        int last = level(levels, Comparison.LAST_NAME);
        int first = level(levels, Comparison.FIRST_NAME);
        boolean isNamed = isAtBest(last, 1) || isAtBest(first, NAME_ALIKE);
        return isNamed
                && (isAtBest(level(levels, Comparison.EMAIL), 1)
                        || isAtBest(level(levels, Comparison.PHONE), 0)
                        || isAtBest(level(levels, Comparison.COMPANY), 1)
                        || isAtBest(level(levels, Comparison.POSTAL_CODE), 0)
                        || isAtBest(level(levels, Comparison.STREET), 1)
                        || isAtBest(level(levels, Comparison.BIRTH_DATE), 0));
    }

    private static boolean isAtBest(int level, int worst) {
        return level != Comparison.MISSING && level <= worst;
    }

    private static String names(Map<Comparison, Integer> levels, Card one, Card other, boolean isSwapped) {
        if (isSwapped) {
            return "first and last name swapped";
        }
        if (!one.hasName() || !other.hasName()) {
            return "one has no name";
        }
        int first = level(levels, Comparison.FIRST_NAME);
        int last = level(levels, Comparison.LAST_NAME);
        if (first == 0 && last == 0) {
            return "same name";
        }
        if (first == 1) {
            return "first name in another form";
        }
        return last == 1 ? "last name alike" : "one has half a name";
    }
}
