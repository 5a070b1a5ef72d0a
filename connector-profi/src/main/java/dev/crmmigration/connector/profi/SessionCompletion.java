package dev.crmmigration.connector.profi;

import dev.crmmigration.connector.profi.PackageLink.Origin;
import dev.crmmigration.toolkit.damage.Rule;

/** Completes sessions: their length, their meeting, their series, the package that they belong to. */
final class SessionCompletion {

    /** The rule of links that were worked out. */
    private static final String LINK_INFERRED = "LINK_INFERRED";

    private final Survey survey;

    SessionCompletion(Survey survey) {
        this.survey = survey;
    }

    void complete(RowDraft row) {
        if (row.moment("starts_at").isEmpty()) {
            throw new RowRefusedException(
                    "starts_at", Rule.BAD_DATE.because("a session needs the moment at which it begins"));
        }
        times(row);
        meeting(row);
        survey.sessions().successorOf(row.id()).ifPresent(id -> row.put("rescheduled_to", id));
        survey.sessions().scheduleOf(row.id()).ifPresent(words -> row.put("recurring_schedule", words));
        link(row, survey.links().of(row.id(), row.text("client_id")));
        OwnerFinder.complete(row, survey, "coach_id", "coach_email", row.text("client_id"));
    }

    void completePart(RowDraft row) {
        link(row, survey.links().of(PackageLinks.part(row.text("session_id"), row.text("client_id")), ""));
    }

    private static void times(RowDraft row) {
        SessionTimes times = LinkFacts.times(row);
        row.put("minutes", times.minutes());
        row.put("minutes_from", times.from());
        if (times.isWrong()) {
            row.mend("ends_at", Rule.TIME_ORDER);
        }
        if (times.from().equals(SessionTimes.ASSUMED)) {
            row.mend("minutes", "DURATION_ASSUMED");
        }
    }

    private void meeting(RowDraft row) {
        Sessions.ownLink(row)
                .ifPresentOrElse(
                        link -> {
                            row.put("meeting_link", link.getKey());
                            row.put("meeting_link_from", link.getValue());
                        },
                        () -> survey.sessions().linkInNotes(row.id()).ifPresent(link -> {
                            row.put("meeting_link", link);
                            row.put("meeting_link_from", "extracted from notes");
                        }));
    }

    /** A link that was valid stays as it was; in a bundle of changes one that cannot be checked does, too. */
    private void link(RowDraft row, PackageLink link) {
        String stated = row.text("enrollment_id");
        if (survey.export().since().isPresent() && !stated.isEmpty() && !survey.hasEnrollment(stated)) {
            row.put("enrollment_link", Origin.EXPLICIT.word());
            return;
        }
        row.put("enrollment_link", link.origin().word());
        if (stated.equals(link.enrollment())) {
            return;
        }
        if (!stated.isEmpty()) {
            row.mend("enrollment_id", survey.hasEnrollment(stated) ? Rule.CHAIN_BROKEN : Rule.REF_DANGLING);
            if (row.object().is(ProfiObject.SESSION)) {
                row.put("stated_enrollment_id", stated);
            }
        }
        row.put("enrollment_id", link.enrollment());
        if (link.origin().isInferred()) {
            row.mend("enrollment_id", LINK_INFERRED);
        }
    }
}
