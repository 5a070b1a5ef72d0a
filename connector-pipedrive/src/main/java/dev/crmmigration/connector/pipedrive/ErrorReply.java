package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes errors of a 4xx reply: which field, which code, what to do. What Pipedrive says goes into the remedy alone. */
final class ErrorReply {

    static final String ALREADY_DELETED = "ALREADY_DELETED";

    private static final String VALIDATION = "Validation failed:";
    private static final Pattern FIELD = Pattern.compile("\\s*([A-Za-z0-9_.\\[\\]]{1,120}): (.*)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,60}");
    private static final int LONGEST_QUOTE = 500;
    private static final Map<String, String> REMEDIES = Map.of(
            "FEATURE_CAPPING_DEALS_LIMIT",
            "The plan allows no more open deals. Close deals, or change the plan, and run again.",
            "FEATURE_CAPPING_CUSTOM_FIELDS_LIMIT",
            "The plan allows no more custom fields. Remove some, map fewer, or change the plan, and prepare again.",
            "HTTP_403",
            "The token's user may not do this. Use the token of a user with admin rights for deals and account settings.",
            "HTTP_404",
            "The record is not there, or the token's user does not see it.");

    private ErrorReply() {}

    static List<FieldError> errors(int status, Optional<JsonObject> body) {
        JsonObject reply = body.orElse(JsonObject.EMPTY);
        String message = reply.text("error").orElse("");
        String code = code(status, reply, message);
        List<FieldError> errors = validation(code, message);
        return errors.isEmpty() ? List.of(new FieldError(fieldCode(reply), code, remedy(status, code, reply))) : errors;
    }

    private static String code(int status, JsonObject reply, String message) {
        boolean mayBeGone = status == 400 || status == 409 || status == 422;
        if (mayBeGone
                && message.toLowerCase(Locale.ROOT).matches(".*\\b(already deleted|is deleted|was deleted)\\b.*")) {
            return ALREADY_DELETED;
        }
        return reply.text("code")
                .filter(text -> CODE.matcher(text).matches())
                .map(text -> text.toUpperCase(Locale.ROOT))
                .orElse("HTTP_" + status);
    }

    /** Splits a text such as {@code Validation failed: due_time: not valid; person_id: read-only}. */
    private static List<FieldError> validation(String code, String message) {
        List<FieldError> errors = new ArrayList<>();
        if (!message.startsWith(VALIDATION)) {
            return errors;
        }
        for (String part : message.substring(VALIDATION.length()).split(";", -1)) {
            Matcher matcher = FIELD.matcher(part);
            if (matcher.matches()) {
                errors.add(new FieldError(fieldKey(matcher.group(1)), code, quote(matcher.group(2))));
            }
        }
        return errors;
    }

    /** Returns the key of the field that a path such as {@code custom_fields.abc.value} leads to. */
    private static String fieldKey(String path) {
        String inner = path.startsWith("custom_fields.") ? path.substring("custom_fields.".length()) : path;
        return inner.split("[.\\[]", 2)[0];
    }

    /** Finds the field that errors of custom fields name; where in the reply they do is not documented. */
    private static String fieldCode(JsonObject reply) {
        return reply.text("field_code")
                .or(() -> reply.object("data").flatMap(data -> data.text("field_code")))
                .or(() -> reply.object("additional_data").flatMap(data -> data.text("field_code")))
                .orElse("");
    }

    private static String remedy(int status, String code, JsonObject reply) {
        String known = REMEDIES.getOrDefault(code, REMEDIES.getOrDefault("HTTP_" + status, ""));
        String said = reply.text("error").or(() -> reply.text("error_info")).orElse("");
        String told = said.isEmpty() ? "" : quote(said);
        String both = (known + " " + told).strip();
        return both.isEmpty() ? "Pipedrive gives no reason. Compare the record with Pipedrive's rules." : both;
    }

    private static String quote(String said) {
        String text = said.strip();
        return "Pipedrive says: " + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) : text);
    }
}
