package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;

/** Figures of the profile beyond counts and fields. */
final class FigureTables {

    private FigureTables() {}

    static Table standing(JsonNode profile) {
        Table.Builder table = Table.titled(
                "Contacts that one would not pay for", "Object", "Standing", "Field", "Records", "What says so");
        each(profile.path("standing"))
                .filter(line -> line.path("records").asLong() > 0)
                .forEach(line -> table.row(
                        line.path("object").asText(),
                        line.path("standing").asText(),
                        line.path("field").asText(),
                        line.path("records").asLong(),
                        line.path("rule").asText()));
        return table.build();
    }

    static Table links(JsonNode profile) {
        Table.Builder table = Table.titled(
                "References between records",
                "Object",
                "Field",
                "Leads to",
                "References",
                "Lead nowhere",
                "Of these mendable",
                "What can be done");
        each(profile.path("links"))
                .forEach(link -> table.row(
                        link.path("object").asText(),
                        link.path("field").asText(),
                        link.path("to").asText(),
                        link.path("filled").asLong(),
                        link.path("broken").asLong(),
                        link.path("mendable").asLong(),
                        link.path("repair").asText()));
        return table.build();
    }

    static Table duplicates(JsonNode profile) {
        Table.Builder table = Table.titled(
                "Records that are there twice, by tier",
                "Object",
                "Sure groups",
                "Records in them",
                "Pairs to look at");
        each(profile.path("duplicates"))
                .forEach(found -> table.row(
                        found.path("object").asText(),
                        found.path("groups").asLong(),
                        found.path("groupedRecords").asLong(),
                        found.path("reviewPairs").asLong()));
        return table.build();
    }

    /** Names that look like traces of behaviour are informational: their history stays behind. */
    static Table tags(JsonNode profile, Discretion discretion) {
        Table.Builder table = Table.titled(
                "Tags and lists, the most frequent of each field",
                "Object",
                "Field",
                "Name",
                "Records",
                "Trace of behaviour");
        each(profile.path("tags"))
                .forEach(field -> each(field.path("names"))
                        .forEach(name -> table.row(
                                field.path("object").asText(),
                                field.path("field").asText(),
                                discretion.value(name.path("name").asText()),
                                name.path("records").asLong(),
                                name.path("behavioural").asBoolean() ? "likely: informational" : "")));
        return table.build();
    }

    static Table files(JsonNode profile) {
        JsonNode files = profile.path("attachments");
        Table.Builder table = Table.titled("Attached files", "What", "How many");
        if (files.path("files").asLong() > 0) {
            table.row("files", files.path("files").asLong());
            table.row("could not be had", files.path("missing").asLong());
            table.row("bytes", files.path("bytes").asLong());
            files.path("over")
                    .properties()
                    .forEach(limit -> table.row(
                            "larger than " + limit.getKey(), limit.getValue().asLong()));
        }
        return table.build();
    }
}
