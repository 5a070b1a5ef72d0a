package dev.crmmigration.engine.internal.matching;

import java.util.Set;
import java.util.TreeSet;

/**
 * Whether two fields of one family of concepts are the same slot of it: the mobile number is not the fax number, the
 * billing city not the shipping city.
 *
 * @param score from 0 to 1
 * @param conflict what contradicts, or empty text
 */
record Slots(double score, String conflict) {

    private static final double EQUAL = 1;
    private static final double SAME_SLOT = 0.93;
    /** A plain number may well be the mobile one. */
    private static final double PLAIN = 0.55;

    private static final double CONFLICT = 0.3;

    static Slots of(Lexicon lexicon, String family, Reading one, Reading other) {
        if (one.roles().equals(other.roles())) {
            return new Slots(EQUAL, "");
        }
        Set<String> left = of(lexicon, family, one.roles());
        Set<String> right = of(lexicon, family, other.roles());
        if (left.equals(right)) {
            return new Slots(SAME_SLOT, "");
        }
        boolean plain = one.roles().isEmpty() || other.roles().isEmpty();
        Set<String> theOther = one.roles().isEmpty() ? right : left;
        if (plain && (theOther.equals(Set.of("mobile")) || theOther.equals(Set.of("home")))) {
            return new Slots(PLAIN, "");
        }
        return new Slots(CONFLICT, String.join(" ", left) + " against " + String.join(" ", right));
    }

    static Set<String> of(Lexicon lexicon, String family, Set<String> roles) {
        Set<String> slots = new TreeSet<>();
        roles.forEach(role -> slots.add(lexicon.slot(family, role)));
        if (slots.isEmpty()) {
            slots.add(lexicon.slot(family, ""));
        }
        // "work fax" is a fax, "primary mobile" a mobile number: the main slot says nothing more.
        if (slots.size() > 1) {
            slots.remove("main");
        }
        return slots;
    }
}
