package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Notes: a text, which is all that the client decides. */
final class NoteRules implements HangingRules {

    @Override
    public void apply(ObjectNode record, ObjectNode given, boolean isNew, Problems problems) {
        if (given.has("description")) {
            String text = given.path("description").isNull()
                    ? ""
                    : given.path("description").asText();
            record.put("description", text).put("html_content", text);
        }
        if (record.path("description").asText("").isBlank()) {
            problems.add(Message.MISSING, "Description");
        }
    }
}
