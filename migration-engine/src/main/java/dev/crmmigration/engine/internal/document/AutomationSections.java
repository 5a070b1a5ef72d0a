package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What runs by itself at the source and has to be built anew. */
final class AutomationSections {

    private static final String UNKNOWN = "not given by the source: look it up there";

    private AutomationSections() {}

    static List<Section> of(Evidence evidence) {
        Section.Builder section = Section.titled("Automations");
        List<String> names = names(evidence);
        if (names.isEmpty()) {
            section.text("The source names no automation, sequence or workflow. If there are any, list them by hand.");
            return List.of(section.build());
        }
        section.text(
                "No platform lets automations be moved. Each is built anew by a person; what triggers it is filled in"
                        + " from the source's own screens where the source does not give it.");
        Table.Builder table =
                Table.titled("To be rebuilt", "Name", "Trigger", "Conditions", "Actions", "At the destination", "Done");
        names.forEach(name -> table.row(
                name,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                "an automation of " + evidence.destination() + " of the same name",
                "[ ]"));
        return List.of(section.table(table.build()).build());
    }

    static List<String> names(Evidence evidence) {
        JsonNode planned = evidence.forecast().path("automations");
        return texts(planned.isEmpty() ? evidence.profile().path("automations") : planned);
    }
}
