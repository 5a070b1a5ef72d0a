package dev.crmmigration.connector.profi;

import dev.crmmigration.toolkit.damage.Rule;

/** Finds the coach who owns a row. */
final class OwnerFinder {

    private OwnerFinder() {}

    /**
     * Gives a row the address of its owner: of the coach that it names, else of the coach of its client.
     *
     * @param client the client, or empty text if only the row itself counts
     */
    static void complete(RowDraft row, Survey survey, String idField, String emailField, String client) {
        Coaches coaches = survey.coaches();
        String id = row.text(idField);
        String email = row.text(emailField);
        if (coaches.isUnknown(id, email)) {
            row.mend(row.data().has(idField) ? idField : "", Rule.COACH_UNKNOWN);
        }
        String own = coaches.email(id, email);
        row.put("owner", own.isEmpty() ? survey.clients().ownerOf(client) : own);
    }
}
