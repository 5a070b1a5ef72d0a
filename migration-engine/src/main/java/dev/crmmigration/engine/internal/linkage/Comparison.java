package dev.crmmigration.engine.internal.linkage;

import dev.crmmigration.engine.internal.value.JaroWinkler;
import java.util.List;

/**
 * What is compared of two contacts, in levels of which the first is the best.
 *
 * <p>How often a level is found between records that are the same is shipped: it follows from how people mistype and
 * change. How often it is found between records that are not is measured, and only starts from the shipped figure.
 */
@SuppressWarnings("ImmutableEnumChecker") // The list is a copy that nobody can change
enum Comparison {
    FIRST_NAME(
            level("same first name", 0.74, 0.010),
            level("first name in another form", 0.10, 0.002),
            level("first name alike", 0.10, 0.005),
            level("first name somewhat alike", 0.02, 0.02),
            level("first name differs", 0.04, 0.963)),
    LAST_NAME(
            level("same last name", 0.82, 0.004),
            level("last name alike", 0.12, 0.003),
            level("last name somewhat alike", 0.02, 0.02),
            level("last name differs", 0.04, 0.973)),
    EMAIL(
            level("same e-mail", 0.5, 0.0001),
            level("e-mail alike", 0.2, 0.0005),
            level("e-mail at the same domain", 0.1, 0.01),
            level("e-mail differs", 0.2, 0.9894)),
    PHONE(level("same phone", 0.6, 0.0001), level("phone differs", 0.4, 0.9999)),
    COMPANY(
            level("same company", 0.7, 0.005),
            level("company alike", 0.12, 0.005),
            level("company differs", 0.18, 0.99)),
    CITY(level("same city", 0.82, 0.03), level("city alike", 0.06, 0.01), level("city differs", 0.12, 0.96)),
    POSTAL_CODE(level("same postal code", 0.8, 0.002), level("postal code differs", 0.2, 0.998)),
    STREET(level("same street", 0.6, 0.001), level("street alike", 0.25, 0.01), level("street differs", 0.15, 0.989)),
    BIRTH_DATE(level("same birth date", 0.95, 0.0001), level("birth date differs", 0.05, 0.9999));

    /** Nothing to compare: one of the two has no value. */
    static final int MISSING = -1;

    static final double ALIKE = 0.92;
    private static final double SOMEWHAT_ALIKE = 0.8;

    private final List<Level> levels;

    Comparison(Level... levels) {
        this.levels = List.of(levels);
    }

    /**
     * A level.
     *
     * @param words says in a report what was found
     * @param ofSame its share among pairs that are the same
     * @param ofOthers its share among pairs that are not
     */
    record Level(String words, double ofSame, double ofOthers) {}

    private static Level level(String words, double ofSame, double ofOthers) {
        return new Level(words, ofSame, ofOthers);
    }

    List<Level> levels() {
        return levels;
    }

    /** Returns the level of two cards, or {@link #MISSING}. */
    int of(Card one, Card other) {
        return switch (this) {
            case FIRST_NAME -> first(one.first(), other.first());
            case LAST_NAME -> alike(one.last(), other.last(), 4);
            case EMAIL -> email(one.emails(), other.emails());
            case PHONE -> shared(one.phones(), other.phones());
            case COMPANY -> company(one.company(), other.company());
            case CITY -> alike(one.city(), other.city(), 3);
            case POSTAL_CODE -> alike(one.postalCode(), other.postalCode(), 2);
            case STREET -> alike(one.street(), other.street(), 3);
            case BIRTH_DATE -> alike(one.birthDate(), other.birthDate(), 2);
        };
    }

    private static int first(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return MISSING;
        }
        if (one.equals(other) || PersonNames.firstWord(one).equals(PersonNames.firstWord(other))) {
            return 0;
        }
        boolean isInitial = (one.length() == 1 || other.length() == 1) && one.charAt(0) == other.charAt(0);
        if (isInitial || PersonNames.areForms(one, other)) {
            return 1;
        }
        double likeness = JaroWinkler.of(one, other);
        return likeness >= ALIKE ? 2 : likeness >= SOMEWHAT_ALIKE ? 3 : 4;
    }

    private static int alike(String one, String other, int levels) {
        if (one.isEmpty() || other.isEmpty()) {
            return MISSING;
        }
        if (one.equals(other)) {
            return 0;
        }
        if (levels == 2) {
            return 1;
        }
        double likeness = JaroWinkler.of(one, other);
        return likeness >= ALIKE ? 1 : levels == 4 && likeness >= SOMEWHAT_ALIKE ? 2 : levels - 1;
    }

    private static int company(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return MISSING;
        }
        double likeness = one.equals(other) ? 1 : CompanyNames.likeness(one, other);
        return likeness == 1 ? 0 : likeness >= ALIKE ? 1 : 2;
    }

    private static int shared(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return MISSING;
        }
        return one.stream().anyMatch(other::contains) ? 0 : 1;
    }

    private static int email(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return MISSING;
        }
        int best = 3;
        for (String mine : one) {
            for (String its : other) {
                best = Math.min(best, email(mine, its));
            }
        }
        return best;
    }

    private static int email(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        boolean isSameDomain = Emails.domain(one).equals(Emails.domain(other));
        String mine = Emails.local(one);
        String its = Emails.local(other);
        boolean isAlike = !Emails.isRole(one)
                && (mine.equals(its) || (isSameDomain && JaroWinkler.of(mine, its) >= ALIKE + 0.02));
        if (isAlike) {
            return 1;
        }
        return isSameDomain && !Emails.isFree(Emails.domain(one)) ? 2 : 3;
    }
}
