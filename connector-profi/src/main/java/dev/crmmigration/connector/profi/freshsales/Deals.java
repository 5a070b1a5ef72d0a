package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.connector.profi.mapping.Export.SESSION;

import dev.crmmigration.connector.profi.mapping.EnrollmentText;
import dev.crmmigration.connector.profi.mapping.Export;

/** Which sessions and packages become deals, and which deal belongs to a record that names them. */
final class Deals {

    private final Export export;

    Deals(Export export) {
        this.export = export;
    }

    boolean ofSessions() {
        return export.chose(Choices.DEAL_PER, "session") && export.has(SESSION);
    }

    /** Returns, over an enrollment, whether it becomes a deal of its own. */
    String isOwn() {
        return ofSessions() ? "not(" + hasSession("$id") + ")" : EnrollmentText.where(export);
    }

    /** Returns whether there is a session of an enrollment. */
    String hasSession(String enrollment) {
        return "related(session, on: enrollment_id, equals: " + enrollment + ", reduce: any)";
    }

    /** Returns the id of the first session of an enrollment. */
    String firstSession(String enrollment) {
        return "related(session, on: enrollment_id, equals: " + enrollment
                + ", each: $id, reduce: first, order: starts_at)";
    }

    /**
     * Returns a link to the deal of a session, else of an enrollment; no value if there is none.
     *
     * @param session the expression of the session's id, {@code null} if there is none
     * @param enrollment the expression of the enrollment's id, likewise
     */
    String of(String session, String enrollment) {
        String known = export.has(SESSION) ? "related(session, on: $id, equals: " + session + ")" : "null";
        if (ofSessions()) {
            return "coalesce(link(SessionToDeal, coalesce(" + known + ", " + firstSession(enrollment) + ")), "
                    + ownDeal(enrollment) + ")";
        }
        String ofSession = export.has(SESSION, "enrollment_id")
                ? "related(session, on: $id, equals: " + session + ", each: enrollment_id)"
                : "null";
        return ownDeal("coalesce(" + enrollment + ", " + ofSession + ")");
    }

    private String ownDeal(String enrollment) {
        return export.has(ENROLLMENT)
                ? "link(PackageToDeal, related(enrollment, on: $id, equals: " + enrollment + ", where: " + isOwn()
                        + "))"
                : "null";
    }
}
