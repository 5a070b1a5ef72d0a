package dev.crmmigration.toolkit.linkage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the source says was used of an enrollment with the sessions that are linked to it. The source's own numbers
 * are never replaced.
 *
 * @param enrollment the enrollment
 * @param linked how much its linked sessions used
 * @param verdict what comes of it
 * @param difference how much more is linked than the source says, negative if less
 */
public record PackageBalance(String enrollment, BigDecimal linked, Verdict verdict, BigDecimal difference) {

    /** What comes of the comparison. */
    public enum Verdict {
        BALANCED("balanced"),
        OVER("over-linked"),
        UNDER("under-linked"),
        /** The source's own numbers do not add up. */
        INCONSISTENT("inconsistent-source"),
        /** The source does not say how much was used. */
        UNKNOWN("unknown");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** Returns the word that stands in records. */
        public String word() {
            return word;
        }

        /** Tells whether the source's number and the linked sessions contradict each other. */
        public boolean isOff() {
            return this == OVER || this == UNDER || this == INCONSISTENT;
        }
    }

    static PackageBalance of(EnrollmentFact fact, BigDecimal linked) {
        BigDecimal used = used(fact);
        if (used == null) {
            return new PackageBalance(fact.id(), linked, Verdict.UNKNOWN, BigDecimal.ZERO);
        }
        BigDecimal difference = linked.subtract(used);
        return new PackageBalance(fact.id(), linked, verdict(fact, difference), difference);
    }

    private static Verdict verdict(EnrollmentFact fact, BigDecimal difference) {
        if (fact.used() != null
                && fact.remaining() != null
                && fact.total() != null
                && fact.used().add(fact.remaining()).compareTo(fact.total()) != 0) {
            return Verdict.INCONSISTENT;
        }
        if (difference.signum() == 0) {
            return Verdict.BALANCED;
        }
        return difference.signum() > 0 ? Verdict.OVER : Verdict.UNDER;
    }

    private static @Nullable BigDecimal used(EnrollmentFact fact) {
        if (fact.used() != null) {
            return fact.used();
        }
        return fact.total() == null || fact.remaining() == null
                ? null
                : fact.total().subtract(fact.remaining());
    }
}
