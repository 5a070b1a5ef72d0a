package dev.crmmigration.engine.internal.matching;

import dev.crmmigration.engine.internal.value.JaroWinkler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells how much two readings mean the same. */
final class Likeness {

    private static final double ALIKE = 0.92;
    /** What words weigh that say little about what a field holds. */
    private static final double SMALL = 0.35;

    private static final double NOUN = 0.7;
    private static final double VAGUE = 0.3;
    private static final Set<String> SMALL_WORDS = Set.of(
            "number", "date", "name", "id", "code", "value", "type", "time", "flag", "text", "field", "info", "list");

    private final Lexicon lexicon;

    Likeness(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * How much two readings mean the same.
     *
     * @param score from 0 to 1
     * @param concept what the source's reading stands for, or empty text
     * @param other what the target's stands for
     * @param conflict whether the slots contradict each other, such as mobile and fax; empty text if not
     */
    record Score(double score, String concept, String other, String conflict) {}

    Score of(Reading one, Reading other) {
        if (one.isUnderstood() && other.isUnderstood()) {
            return understood(one, other);
        }
        double words = one.phrase().equals(other.phrase()) ? 1 : words(one.tokens(), other.tokens());
        double discount = one.isUnderstood() || other.isUnderstood() ? 0.6 : 0.97;
        return new Score(one.phrase().equals(other.phrase()) ? words : words * discount, "", "", "");
    }

    private Score understood(Reading one, Reading other) {
        boolean same = one.concept().equals(other.concept());
        double base = same ? 1 : lexicon.nearness(one.concept(), other.concept());
        String conflict = "";
        if (same && lexicon.isVague(one.concept())) {
            base = Math.max(VAGUE, words(one.tokens(), other.tokens()));
        }
        if (base > 0) {
            String family = lexicon.family(one.concept()).orElse("");
            if (!family.isEmpty()
                    && family.equals(lexicon.family(other.concept()).orElse(""))) {
                Slots slots = Slots.of(lexicon, family, one, other);
                base *= slots.score();
                conflict = slots.conflict();
            }
        }
        if (one.phrase().equals(other.phrase()) && conflict.isEmpty() && base == 0) {
            base = 0.3;
        }
        return new Score(base * rest(one.rest(), other.rest()), one.concept(), other.concept(), conflict);
    }

    /** What is said beyond the concept counts against a pair where only one side says it. */
    private double rest(List<String> one, List<String> other) {
        List<String> left = new ArrayList<>(other);
        double common = 0;
        double different = 0;
        for (String word : one) {
            int at = find(word, left);
            if (at >= 0) {
                left.remove(at);
                common += weight(word);
            } else {
                different += weight(word);
            }
        }
        for (String word : left) {
            different += weight(word);
        }
        return (1 + common) / (1 + common + 1.15 * different);
    }

    private static int find(String word, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (JaroWinkler.of(word, words.get(i)) >= ALIKE) {
                return i;
            }
        }
        return -1;
    }

    private double weight(String word) {
        if (SMALL_WORDS.contains(word)) {
            return SMALL;
        }
        return lexicon.noun(word).isPresent() ? NOUN : 1;
    }

    /** How much the words are the same, for what the lexicon does not know. */
    private double words(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        double soft = 0;
        double all = 0;
        Set<Integer> used = new HashSet<>();
        for (String word : one) {
            double best = 0;
            int at = -1;
            for (int i = 0; i < other.size(); i++) {
                double alike = used.contains(i) ? 0 : JaroWinkler.of(word, other.get(i));
                if (alike > best) {
                    best = alike;
                    at = i;
                }
            }
            double weight = weight(word);
            if (best >= ALIKE) {
                used.add(at);
                soft += best * weight;
            }
            all += weight;
        }
        for (int i = 0; i < other.size(); i++) {
            all += used.contains(i) ? 0 : weight(other.get(i));
        }
        return soft / all;
    }
}
