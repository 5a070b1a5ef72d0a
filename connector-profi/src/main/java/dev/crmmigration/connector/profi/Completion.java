package dev.crmmigration.connector.profi;

import dev.crmmigration.toolkit.bundle.Columns;
import dev.crmmigration.toolkit.bundle.CustomValues;
import dev.crmmigration.toolkit.bundle.People;
import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.damage.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Completes rows by what is known of all of them: who they belong to, what they follow from. */
final class Completion {

    private final Survey survey;
    private final People people;
    private final SessionCompletion sessions;
    private final PaperCompletion papers;

    Completion(Survey survey) {
        this.survey = survey;
        this.people = survey.people();
        this.sessions = new SessionCompletion(survey);
        this.papers = new PaperCompletion(survey);
    }

    void complete(RowDraft row) {
        switch (row.object().name()) {
            case "organization" -> people.owner(row, "owner_coach_id", "owner_email", "");
            case "client" -> client(row);
            case "enrollment" -> enrollment(row);
            case "session" -> {
                people.client(row, survey.clientOfEnrollment(row.text("enrollment_id")));
                sessions.complete(row);
            }
            case "session_participant" -> {
                people.client(row, survey.clientOfEnrollment(row.text("enrollment_id")));
                sessions.completePart(row);
            }
            case "content_enrollment" -> people.client(row, survey.clientOfEnrollment(row.text("enrollment_id")));
            case "note" -> {
                people.client(row, survey.sessions().clientOf(row.text("session_id")));
                papers.note(row);
            }
            case "activity" -> {
                people.client(row, survey.sessions().clientOf(row.text("session_id")));
                PaperCompletion.body(row);
                people.owner(row, "coach_id", "coach_email", row.text("client_id"));
            }
            case "invoice" -> {
                people.client(row, survey.clientOfEnrollment(row.text("enrollment_id")));
                papers.invoice(row);
            }
            case "attachment" -> survey.attachments().complete(row);
            case "custom_field_value" -> CustomValues.complete(row, survey.bundle(), people.clients());
            default -> {}
        }
    }

    private void client(RowDraft row) {
        if (row.text("organization_id").isEmpty() || !survey.hasOrganization(row.text("organization_id"))) {
            survey.organization(row.text("organization_name")).ifPresent(id -> {
                row.put("organization_id", id);
                row.mend("organization_id", Rule.REF_DANGLING);
            });
        }
        people.owner(row, "owner_coach_id", "owner_email", "");
        row.put(
                "co_coach_emails",
                nothingIfEmpty(row.list("co_coach_ids").stream()
                        .map(id -> people.coaches().email(id, ""))
                        .filter(email -> !email.isEmpty())
                        .toList()));
        people.duplicate(row);
    }

    private static @Nullable List<String> nothingIfEmpty(List<String> list) {
        return list.isEmpty() ? null : list;
    }

    private void enrollment(RowDraft row) {
        people.client(row, "");
        Optional<Packages.Offer> sold = survey.packages().find(row.text("package_id"), row.text("package_name"));
        sold.ifPresent(one -> {
            if (!one.id().equals(row.text("package_id"))) {
                row.put("package_id", one.id());
                row.mend("package_id", Rule.REF_DANGLING);
            }
            fill(row, "package_name", one.name());
            fill(row, "tier", one.tier());
            row.put("package_type", one.type());
        });
        row.moment("enrolled_at")
                .map(moment -> moment.atZone(survey.bundle().zone()).toLocalDate())
                .or(() -> row.date("starts_on"))
                .ifPresent(day -> row.put("enrolled_on", day));
        survey.links().balanceOf(row.id()).ifPresent(balance -> {
            row.put("linked_sessions", balance.linked());
            row.put("balance", balance.verdict().word());
            if (balance.verdict().isOff()) {
                row.mend("sessions_used", Rule.BALANCE);
            }
        });
        ended(row);
        people.owner(row, "owner_coach_id", "owner_email", row.text("client_id"));
    }

    /** When an enrollment ended, by the source's own dates. */
    private void ended(RowDraft row) {
        Optional<Instant> expired = row.date("expires_on")
                .map(day -> day.atStartOfDay(survey.bundle().zone()).toInstant());
        Optional<Instant> changed = row.moment(Columns.UPDATED);
        Optional<Instant> used = survey.lastUse(row.id());
        switch (row.text("status")) {
            case "completed" ->
                row.put("ended_at", used.or(() -> changed).or(() -> expired).orElse(null));
            case "expired" ->
                row.put("ended_at", expired.or(() -> changed).or(() -> used).orElse(null));
            case "cancelled" ->
                row.put("ended_at", changed.or(() -> used).or(() -> expired).orElse(null));
            default -> {}
        }
    }

    private static void fill(RowDraft row, String field, String value) {
        if (row.text(field).isEmpty()) {
            row.put(field, value);
        }
    }
}
