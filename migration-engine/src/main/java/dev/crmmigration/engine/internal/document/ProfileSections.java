package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.internal.document.BarChart.Bar;
import dev.crmmigration.engine.internal.document.BarChart.Part;
import dev.crmmigration.engine.internal.document.Block.Tone;
import java.util.List;

/** What the source holds. */
final class ProfileSections {

    private ProfileSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode profile = evidence.profile();
        Section.Builder section = Section.titled("What the source holds");
        section.bars(records(profile)).table(objects(profile));
        each(profile.path("objects"))
                .forEach(object ->
                        section.fold("Fields of " + object.path("object").asText(), fill(object), fields(object)));
        section.table(FigureTables.standing(profile))
                .table(FigureTables.links(profile))
                .table(FigureTables.duplicates(profile))
                .table(FigureTables.tags(profile, evidence.discretion()))
                .table(FigureTables.files(profile));
        return List.of(section.build());
    }

    private static BarChart records(JsonNode profile) {
        return BarChart.of(
                "Records by object",
                "How many records of each object were read.",
                List.of(new Part("records", Tone.GOOD)),
                each(profile.path("objects"))
                        .map(object -> new Bar(
                                object.path("object").asText(),
                                Words.number(object.path("records").asLong()),
                                List.of(object.path("records").asLong())))
                        .toList());
    }

    private static Table objects(JsonNode profile) {
        Table.Builder table =
                Table.titled("Objects", "Object", "Records", "Fields", "Without e-mail", "Duplicates by e-mail");
        each(profile.path("objects"))
                .forEach(object -> table.row(
                        object.path("object").asText(),
                        object.path("records").asLong(),
                        object.path("fields").size(),
                        object.path("withoutEmail").asLong(),
                        object.path("duplicatesByEmail").asLong()));
        return table.build();
    }

    private static BarChart fill(JsonNode object) {
        long records = object.path("records").asLong();
        return new BarChart(
                "How full the fields of " + object.path("object").asText() + " are",
                "For each field the share of the records that have a value, fullest first.",
                List.of(new Part("filled", Tone.GOOD)),
                records,
                each(object.path("fields"))
                        .filter(field -> field.path("filled").asLong() > 0)
                        .sorted((one, other) -> Long.compare(
                                other.path("filled").asLong(),
                                one.path("filled").asLong()))
                        .map(field -> new Bar(
                                field.path("label").asText(),
                                Words.percent(field.path("filled").asLong(), records),
                                List.of(field.path("filled").asLong())))
                        .toList());
    }

    /** What the values are like; where that is not what the declared type holds, a person should look. */
    private static String looks(JsonNode values) {
        return values.path("looksLike").asText("")
                + (values.path("differs").asBoolean() ? ", not what the type is for: look" : "");
    }

    private static Table fields(JsonNode object) {
        long records = object.path("records").asLong();
        Table.Builder table = Table.titled(
                "Every field of " + object.path("object").asText(),
                "Field",
                "Label",
                "Kind",
                "Type",
                "Filled",
                "Share",
                "Looks like",
                "Different values");
        each(object.path("fields"))
                .forEach(field -> table.row(
                        field.path("field").asText(),
                        field.path("label").asText(),
                        field.path("custom").asBoolean() ? "custom" : "standard",
                        Words.plain(field.path("type").asText()),
                        field.path("filled").asLong(),
                        Words.percent(field.path("filled").asLong(), records),
                        looks(field.path("values")),
                        field.path("values").path("distinct").asLong()));
        return table.build();
    }
}
