package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;

/** How much of the data a note about a platform is about. */
final class Counted {

    private Counted() {}

    /** Returns the number, or -1 if there is none, or nothing is known yet. */
    static long of(Evidence evidence, String what) {
        JsonNode forecast = evidence.forecast();
        return switch (what) {
            case "AUTOMATIONS" -> AutomationSections.count(evidence);
            case "CUSTOM_FIELDS" ->
                known(
                        forecast,
                        each(forecast.path("schema"))
                                .filter(element -> element.path("kind").asText().equals("FIELD"))
                                .filter(element -> !element.path("exists").asBoolean())
                                .count());
            case "RECORDS" -> known(forecast, Outcomes.sum(forecast.path("mappings"), "effects"));
            case "FILES" -> known(forecast, Outcomes.sum(forecast.path("files"), "files"));
            case "OWNERS" ->
                known(
                        forecast,
                        each(forecast.path("owners"))
                                .filter(owner -> owner.path("outcome").asText().equals("held"))
                                .count());
            case "BROKEN_LINKS" ->
                known(evidence.profile(), Outcomes.sum(evidence.profile().path("links"), "broken"));
            case "TRACES" ->
                known(
                        evidence.profile(),
                        each(evidence.profile().path("tags"))
                                .mapToLong(tag -> tag.path("behavioural").asLong())
                                .sum());
            default -> -1;
        };
    }

    private static long known(JsonNode from, long number) {
        return from.isMissingNode() ? -1 : number;
    }
}
