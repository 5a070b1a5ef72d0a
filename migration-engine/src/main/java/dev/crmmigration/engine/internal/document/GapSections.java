package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;
import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What cannot move, what moves with a loss, and what moves nowhere. */
final class GapSections {

    private GapSections() {}

    static List<Section> of(Evidence evidence) {
        Section.Builder section = Section.titled("What does not arrive as it was");
        section.list("What " + evidence.source() + " cannot give, and how its files were read", gaps(evidence));
        section.table(PlanSections.losses(evidence));
        return List.of(section.build());
    }

    static List<Section> whole(Evidence evidence) {
        Section.Builder section = Section.titled("Left behind");
        section.table(PlanSections.unmapped(evidence.forecast())).table(excluded(evidence));
        section.list("Automations to be rebuilt", AutomationSections.names(evidence));
        return List.of(of(evidence).get(0), section.build());
    }

    private static List<String> gaps(Evidence evidence) {
        JsonNode planned = evidence.forecast().path("gaps");
        return texts(planned.isEmpty() ? evidence.profile().path("gaps") : planned);
    }

    private static Table excluded(Evidence evidence) {
        Table.Builder table = Table.titled("Left out on purpose", "Object", "Reason", "Records");
        each(evidence.forecast().path("excluded"))
                .forEach(excluded -> table.row(
                        excluded.path("object").asText(),
                        excluded.path("reason").asText(),
                        excluded.path("records").asLong()));
        return table.build();
    }
}
