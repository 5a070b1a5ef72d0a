package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is moved, how, and what is not. */
final class ScopeSections {

    private ScopeSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode profile = evidence.profile();
        Section.Builder section = Section.titled("What is moved");
        section.text("From " + evidence.source() + " to " + evidence.destination() + ", account "
                + evidence.plan().path("account").asText("not named yet") + ".");
        section.table(objects(profile)).table(mappings(evidence)).table(users(evidence));
        section.table(PlanSections.pipelines(evidence)).table(AdminSections.schema(evidence.forecast()));
        List<Section> sections = new ArrayList<>(List.of(section.build()));
        sections.addAll(GapSections.whole(evidence));
        sections.addAll(CostSections.of(evidence));
        return sections;
    }

    private static Table objects(JsonNode profile) {
        Table.Builder table = Table.titled("Objects of the source", "Object", "Records", "Fields", "Custom fields");
        each(profile.path("objects"))
                .forEach(object -> table.row(
                        object.path("object").asText(),
                        object.path("records").asLong(),
                        object.path("fields").size(),
                        (int) each(object.path("fields"))
                                .filter(field -> field.path("custom").asBoolean())
                                .count()));
        return table.build();
    }

    private static Table mappings(Evidence evidence) {
        Table.Builder table = Table.titled("What becomes of them", "Mapping", "From and to", "Fidelity", "Records");
        each(evidence.forecast().path("mappings"))
                .forEach(mapping -> table.row(
                        mapping.path("name").asText(),
                        mapping.path("title").asText(),
                        PlanSections.fidelity(mapping.path("fidelity").asText()),
                        mapping.path("effects").asLong()));
        return table.build();
    }

    private static Table users(Evidence evidence) {
        Table.Builder table = Table.titled("Owners, by what becomes of them", "Outcome", "Owners", "Records");
        Map<String, long[]> outcomes = new TreeMap<>();
        each(evidence.forecast().path("owners")).forEach(owner -> {
            long[] counts = outcomes.computeIfAbsent(owner.path("outcome").asText(), name -> new long[2]);
            counts[0]++;
            counts[1] += owner.path("records").asLong();
        });
        outcomes.forEach((outcome, counts) -> table.row(outcome, counts[0], counts[1]));
        return table.build();
    }
}
