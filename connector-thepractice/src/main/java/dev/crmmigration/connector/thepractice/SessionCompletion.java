package dev.crmmigration.connector.thepractice;

import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.bundle.RowRefusedException;
import dev.crmmigration.toolkit.bundle.WrittenText;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.linkage.LinkedRow;
import dev.crmmigration.toolkit.linkage.PackageLink;
import dev.crmmigration.toolkit.linkage.PackageLinks;
import dev.crmmigration.toolkit.linkage.SessionTimes;

/** Completes sessions: their client, length, meeting and notes, and the package that they belong to. */
final class SessionCompletion {

    private static final LinkedRow OF_SESSION =
            new LinkedRow("client_package_id", "package_link", "stated_client_package_id");
    private static final LinkedRow OF_PART = new LinkedRow("client_package_id", "package_link", "");

    private final Survey survey;

    SessionCompletion(Survey survey) {
        this.survey = survey;
    }

    void complete(RowDraft row) {
        if (row.moment("starts_at").isEmpty()) {
            throw new RowRefusedException(
                    "starts_at", Rule.BAD_DATE.because("a session needs the moment at which it begins"));
        }
        survey.people().client(row, survey.clientOfPackage(row.text("client_package_id")));
        times(row);
        Sessions.meeting(row)
                .or(() -> survey.sessions().meetingInNotes(row.id()))
                .ifPresent(meeting -> {
                    row.put("meeting_link", meeting.link());
                    row.put("meeting_link_from", meeting.from());
                });
        WrittenText.complete(row, "notes", "notes_format", "content");
        link(row, OF_SESSION, survey.links().of(row.id(), row.text("client_id")));
        survey.people().owner(row, "coach_id", "coach_email", row.text("client_id"));
    }

    void completePart(RowDraft row) {
        survey.people().client(row, survey.clientOfPackage(row.text("client_package_id")));
        String part = PackageLinks.part(row.text("session_id"), row.text("client_id"));
        link(row, OF_PART, survey.links().of(part, ""));
    }

    private static void times(RowDraft row) {
        SessionTimes times = PackageFacts.times(row);
        row.put("minutes", times.minutes());
        row.put("minutes_from", times.from());
        if (times.isWrong()) {
            row.mend("ends_at", Rule.TIME_ORDER);
        }
        if (times.from().equals(SessionTimes.ASSUMED)) {
            row.mend("minutes", "DURATION_ASSUMED");
        }
    }

    /** In a bundle of changes a link that cannot be checked stays as it is. */
    private void link(RowDraft row, LinkedRow fields, PackageLink link) {
        String stated = row.text("client_package_id");
        boolean isKnown = survey.hasClientPackage(stated);
        if (survey.bundle().since().isPresent() && !stated.isEmpty() && !isKnown) {
            fields.keep(row);
        } else {
            fields.complete(row, link, isKnown);
        }
    }
}
