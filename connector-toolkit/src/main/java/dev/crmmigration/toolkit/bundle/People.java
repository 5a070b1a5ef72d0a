package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.toolkit.damage.Rule;
import java.util.Optional;

/**
 * Leads rows to the people whom they belong to.
 *
 * @param coaches who coaches
 * @param clients who is coached
 */
public record People(Coaches coaches, Clients clients) {

    /**
     * Leads a row to its client: by id, by the address beside it, else by what else it belongs to.
     *
     * @param otherwise the client of what else it belongs to, or empty text
     */
    public void client(RowDraft row, String otherwise) {
        Optional<Clients.Found> found = clients.find(row.text("client_id"), row.text("client_email"));
        if (found.isPresent()) {
            row.put("client_id", found.get().id());
            Rule rule = found.get().rule();
            if (rule != null) {
                row.mend("client_id", rule);
            }
        } else if (!otherwise.isEmpty()) {
            row.put("client_id", otherwise);
            row.mend("client_id", Rule.REF_DANGLING);
        } else if (!row.text("client_id").isEmpty()) {
            row.mend("client_id", orphan(row));
        }
    }

    private static Rule orphan(RowDraft row) {
        return switch (row.object().name()) {
            case "session" -> Rule.ORPHAN_SESSION;
            case "invoice" -> Rule.ORPHAN_INVOICE;
            case "note" -> Rule.ORPHAN_NOTE;
            default -> Rule.REF_DANGLING;
        };
    }

    /** Returns the client that a row names, by id or by the address beside it; empty text if there is none. */
    public String clientOf(RowDraft row) {
        return clients.find(row.text("client_id"), row.text("client_email"))
                .map(Clients.Found::id)
                .orElse("");
    }

    /** Says of a client who stands for it, and in which place. */
    public void duplicate(RowDraft row) {
        clients.sameAs(row.id()).ifPresent(same -> {
            row.put("same_as", same);
            row.put("duplicate_rank", clients.rank(row.id()));
            row.mend("email", Rule.EMAIL_DUP_CASE);
        });
    }

    /**
     * Gives a row the address of its owner: of the coach that it names, else of the coach of its client.
     *
     * @param client the client, or empty text if only the row itself counts
     */
    public void owner(RowDraft row, String idField, String emailField, String client) {
        String id = row.text(idField);
        String email = row.text(emailField);
        if (coaches.isUnknown(id, email)) {
            row.mend(row.data().has(idField) ? idField : "", Rule.COACH_UNKNOWN);
        }
        String own = coaches.email(id, email);
        row.put("owner", own.isEmpty() ? clients.ownerOf(client) : own);
    }
}
