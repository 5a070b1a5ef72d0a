package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.regex.Pattern;

/** The email addresses of a contact: clients send a text, a list of texts or a list of objects. */
final class Emails {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;]+@[^@\\s,;.]+(\\.[^@\\s,;.]+)+");

    private final FreshsalesSettings settings;
    private final Problems problems;

    Emails(FreshsalesSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    void apply(ObjectNode record, ObjectNode given, boolean isNew) {
        JsonNode sent = given.has("emails") ? given.path("emails") : given.path("email");
        if (sent.isMissingNode()) {
            return;
        }
        boolean adds = !isNew && settings.is(Switch.EMAILS_ON_UPDATE, "add");
        ArrayNode emails = adds && record.path("emails") instanceof ArrayNode there
                ? there.deepCopy()
                : Json.MAPPER.createArrayNode();
        if (sent.isArray()) {
            sent.forEach(email -> add(emails, email));
        } else {
            add(emails, sent);
        }
        onePrimary(emails);
        record.set("emails", emails);
    }

    private void add(ArrayNode emails, JsonNode sent) {
        String value = (sent.isObject() ? sent.path("value") : sent).asText("").strip();
        if (value.isEmpty() || sent.isNull()) {
            return;
        }
        if (!ADDRESS.matcher(value).matches() || value.length() > 255) {
            problems.add(Message.EMAIL_INVALID);
        }
        for (JsonNode present : emails) {
            if (present.path("value").asText().equalsIgnoreCase(value)) {
                return;
            }
        }
        boolean isPrimary = sent.path("is_primary").asBoolean(false);
        ObjectNode email = emails.addObject().put("id", (long) emails.size()).put("value", value);
        email.put("is_primary", isPrimary).set("label", sent.path("label").isTextual() ? sent.get("label") : null);
    }

    /** Makes the last address that is said to be the primary one the only one, or the first if none is. */
    private static void onePrimary(ArrayNode emails) {
        int primary = 0;
        for (int i = 0; i < emails.size(); i++) {
            primary = emails.path(i).path("is_primary").asBoolean(false) ? i : primary;
        }
        for (int i = 0; i < emails.size(); i++) {
            ((ObjectNode) emails.get(i)).put("is_primary", i == primary);
        }
    }

    /** Returns the primary address, or nothing. */
    static String primary(JsonNode record) {
        for (JsonNode email : record.path("emails")) {
            if (email.path("is_primary").asBoolean(false)) {
                return email.path("value").asText();
            }
        }
        return "";
    }
}
