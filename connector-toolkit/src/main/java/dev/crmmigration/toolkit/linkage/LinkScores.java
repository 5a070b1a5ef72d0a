package dev.crmmigration.toolkit.linkage;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses among several enrollments that fit a session, by what else speaks for one of them. */
final class LinkScores {

    private static final int INVOICE = 6;
    private static final int NAME = 4;
    private static final int SERIES = 3;
    private static final int ROOM = 2;
    private static final int COACH = 2;
    private static final int SHORTER = 1;
    private static final int LEAD = 2;

    private LinkScores() {}

    /** An enrollment with what speaks for it. */
    private record Scored(EnrollmentFact fact, int score) {}

    /**
     * Returns the one that leads clearly.
     *
     * @param invoiced whether an invoice line of an enrollment names the session
     * @param inSeries whether another session of the same series is linked to an enrollment
     * @param hasRoom whether an enrollment has room for the session
     */
    static Optional<EnrollmentFact> best(
            SessionFact session,
            List<EnrollmentFact> candidates,
            Predicate<EnrollmentFact> invoiced,
            Predicate<EnrollmentFact> inSeries,
            Predicate<EnrollmentFact> hasRoom) {
        long shortest = candidates.stream().mapToLong(LinkScores::days).min().orElse(0);
        boolean differ = candidates.stream().anyMatch(one -> days(one) != shortest);
        List<Scored> scored = new ArrayList<>();
        for (EnrollmentFact one : candidates) {
            int score = (invoiced.test(one) ? INVOICE : 0)
                    + (LinkCandidates.isNamed(session, one) ? NAME : 0)
                    + (inSeries.test(one) ? SERIES : 0)
                    + (hasRoom.test(one) ? ROOM : 0)
                    + (!session.coach().isEmpty() && session.coach().equals(one.coach()) ? COACH : 0)
                    + (differ && days(one) == shortest ? SHORTER : 0);
            scored.add(new Scored(one, score));
        }
        scored.sort(Comparator.comparing(Scored::score).reversed());
        return scored.get(0).score() - scored.get(1).score() >= LEAD
                ? Optional.of(scored.get(0).fact())
                : Optional.empty();
    }

    private static long days(EnrollmentFact one) {
        return one.starts() == null || one.expires() == null
                ? Long.MAX_VALUE
                : ChronoUnit.DAYS.between(one.starts(), one.expires());
    }
}
