package dev.crmmigration.connector.profi;

import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.bundle.RowRefusedException;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.linkage.LinkedRow;
import dev.crmmigration.toolkit.linkage.PackageLink;
import dev.crmmigration.toolkit.linkage.PackageLinks;
import dev.crmmigration.toolkit.linkage.SessionTimes;

/** Completes sessions: their length, their meeting, their series, the package that they belong to. */
final class SessionCompletion {

    private static final LinkedRow OF_SESSION =
            new LinkedRow("enrollment_id", "enrollment_link", "stated_enrollment_id");
    private static final LinkedRow OF_PART = new LinkedRow("enrollment_id", "enrollment_link", "");

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
        link(row, OF_SESSION, survey.links().of(row.id(), row.text("client_id")));
        survey.people().owner(row, "coach_id", "coach_email", row.text("client_id"));
    }

    void completePart(RowDraft row) {
        link(row, OF_PART, survey.links().of(PackageLinks.part(row.text("session_id"), row.text("client_id")), ""));
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

    /** In a bundle of changes a link that cannot be checked stays as it is. */
    private void link(RowDraft row, LinkedRow fields, PackageLink link) {
        String stated = row.text("enrollment_id");
        boolean isKnown = survey.hasEnrollment(stated);
        if (survey.bundle().since().isPresent() && !stated.isEmpty() && !isKnown) {
            fields.keep(row);
        } else {
            fields.complete(row, link, isKnown);
        }
    }
}
