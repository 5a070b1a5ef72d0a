package dev.crmmigration.connector.thepractice;

import dev.crmmigration.toolkit.bundle.CustomValues;
import dev.crmmigration.toolkit.bundle.RowDraft;
import java.util.List;

/** Completes filled-in forms and the answers in them. */
final class FormCompletion {

    private final Survey survey;

    FormCompletion(Survey survey) {
        this.survey = survey;
    }

    void response(RowDraft row) {
        survey.people().client(row, survey.sessions().clientOf(row.text("session_id")));
        survey.forms().form(row.text("form_id")).ifPresent(form -> {
            row.put("form_kind", form.kind());
            if (row.text("form_title").isEmpty()) {
                row.put("form_title", form.title());
            }
        });
        row.put(
                "answered_at",
                row.moment("submitted_at").or(() -> row.moment("sent_at")).orElse(null));
        if (row.text("status").equals("submitted")) {
            List<String> unanswered = survey.forms().unanswered(row);
            row.put("unanswered", unanswered.isEmpty() ? null : unanswered);
        }
        row.put("owner", survey.people().clients().ownerOf(row.text("client_id")));
    }

    void answer(RowDraft row) {
        survey.forms().response(row.text("response_id")).ifPresent(response -> {
            row.put("client_id", response.client());
            row.put("answered_at", response.at().orElse(null));
        });
        survey.forms().questionOf(row).ifPresent(question -> {
            if (row.text("question_label").isEmpty()) {
                row.put("question_label", question.label());
            }
            row.put("position", question.position());
            row.put("question_type", question.type());
            row.put("property_key", question.property());
            survey.bundle()
                    .custom("client", question.property())
                    .ifPresent(property -> CustomValues.value(row, "answer", property));
        });
    }
}
