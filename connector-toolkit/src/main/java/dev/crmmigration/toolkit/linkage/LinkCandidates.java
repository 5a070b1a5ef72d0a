package dev.crmmigration.toolkit.linkage;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the enrollments of a client that a session may belong to: by time, then by the package or service that it names. */
final class LinkCandidates {

    private static final int DAYS_BEFORE = 1;
    private static final int DAYS_AFTER = 7;

    private final ZoneId zone;

    /** @param zone where the days of packages begin */
    LinkCandidates(ZoneId zone) {
        this.zone = zone;
    }

    LocalDate dayOf(SessionFact session) {
        return session.start().atZone(zone).toLocalDate();
    }

    /** Returns those of the client's enrollments that fit. */
    List<EnrollmentFact> of(SessionFact session, List<EnrollmentFact> ofClient) {
        List<EnrollmentFact> inTime =
                ofClient.stream().filter(one -> isInTime(session, one)).toList();
        if (!namesSomething(session)) {
            return inTime;
        }
        List<EnrollmentFact> exact =
                inTime.stream().filter(one -> isNamed(session, one)).toList();
        return exact.isEmpty()
                ? inTime.stream().filter(one -> isNamedLoosely(session, one)).toList()
                : exact;
    }

    private boolean isInTime(SessionFact session, EnrollmentFact one) {
        LocalDate day = dayOf(session);
        boolean tooEarly = one.starts() != null && day.isBefore(one.starts().minusDays(DAYS_BEFORE));
        boolean tooLate = one.expires() != null && day.isAfter(one.expires().plusDays(DAYS_AFTER));
        boolean cancelled = one.cancelled() != null && session.start().isAfter(one.cancelled());
        return !tooEarly && !tooLate && !cancelled;
    }

    private static boolean namesSomething(SessionFact session) {
        return !(session.packageId() + session.packageName() + session.service()).isEmpty();
    }

    /** Tells whether the session names this package, or a service that it includes. */
    static boolean isNamed(SessionFact session, EnrollmentFact one) {
        if (!session.packageId().isEmpty() && !one.packageId().isEmpty()) {
            return session.packageId().equals(one.packageId());
        }
        if (!session.packageName().isEmpty()) {
            return session.packageName().equals(one.packageName());
        }
        return one.services().contains(session.service());
    }

    private static boolean isNamedLoosely(SessionFact session, EnrollmentFact one) {
        if (!session.packageId().isEmpty() && !one.packageId().isEmpty()) {
            return false;
        }
        if (!session.packageName().isEmpty()) {
            return isWithin(session.packageName(), one.packageName());
        }
        Predicate<String> fits = service -> isWithin(session.service(), service);
        return one.services().isEmpty() || one.services().stream().anyMatch(fits);
    }

    /** Tells whether all words of one name are in the other. */
    private static boolean isWithin(String one, String other) {
        Set<String> words = new HashSet<>(Arrays.asList(one.split(" ")));
        Set<String> others = new HashSet<>(Arrays.asList(other.split(" ")));
        return !one.isEmpty() && !other.isEmpty() && (others.containsAll(words) || words.containsAll(others));
    }
}
