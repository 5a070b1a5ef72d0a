package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What became of the plan in another account. */
final class RehearsalSections {

    private RehearsalSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode rehearsal = evidence.report("rehearsal");
        if (rehearsal.isMissingNode()) {
            return List.of();
        }
        return List.of(Section.titled("The rehearsal")
                .text("The whole plan in the account "
                        + rehearsal.path("account").asText() + ": its verification "
                        + (rehearsal.path("closed").asBoolean() ? "closed." : "did NOT close."))
                .bars(Outcomes.chart(rehearsal.path("mappings")))
                .table(Outcomes.table("Records by mapping, rehearsed", rehearsal.path("mappings")))
                .table(RunSections.reasons("Would wait, by reason", rehearsal.path("held")))
                .table(RunSections.reasons("Would be refused, by reason", rehearsal.path("failed")))
                .list("How that account differs from the real one", texts(rehearsal.path("notes")))
                .build());
    }
}
