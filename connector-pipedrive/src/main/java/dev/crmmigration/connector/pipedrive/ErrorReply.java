package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes errors of a 4xx reply: which field, which code, what to do. What Pipedrive says goes into the remedy alone. Its
 * two versions, its gateway and its webhooks each have an envelope of their own.
 */
final class ErrorReply {

    private static final String VALIDATION = "Validation failed:";
    private static final Pattern NEXT_FIELD = Pattern.compile(";\\s*(?=[A-Za-z0-9_.\\[\\]]{1,120}: )");
    private static final Pattern FIELD = Pattern.compile("\\s*([A-Za-z0-9_.\\[\\]]{1,120}): (.*)", Pattern.DOTALL);

    /** In v1 the parts of a custom field's value are fields beside it, such as its currency. */
    private static final Pattern PART_OF_CUSTOM = Pattern.compile("([0-9a-f]{40})_\\w+");

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,60}");
    private static final Pattern DELETED =
            Pattern.compile("\\b(already deleted|is deleted|was deleted)\\b", Pattern.CASE_INSENSITIVE);
    private static final String CUSTOM_FIELDS = "custom_fields";

    private ErrorReply() {}

    static List<FieldError> errors(int status, Optional<JsonObject> body) {
        JsonObject reply = body.orElse(JsonObject.EMPTY);
        String said = said(reply);
        String code = code(status, reply, said);
        List<FieldError> errors = validation(code, reply, said);
        if (errors.isEmpty()) {
            errors = perField(code, reply);
        }
        return errors.isEmpty()
                ? List.of(new FieldError(fieldCode(reply), code, Remedies.of(status, code, said)))
                : errors;
    }

    private static String said(JsonObject reply) {
        return reply.text("error")
                .or(() -> reply.text("error_info"))
                .or(() -> reply.text("message"))
                .orElse("");
    }

    private static String code(int status, JsonObject reply, String said) {
        boolean mayBeGone = status == 400 || status == 409 || status == 422;
        if (mayBeGone && DELETED.matcher(said).find()) {
            return ApiResult.Denied.ALREADY_DELETED;
        }
        if (status == 403) {
            String kind = Remedies.kindOf403(reply.text("code").orElse(""), said);
            if (!kind.isEmpty()) {
                return kind;
            }
        }
        return reply.text("code")
                .filter(text -> CODE.matcher(text).matches())
                .map(text -> text.toUpperCase(Locale.ROOT))
                .orElse("HTTP_" + status);
    }

    /** Splits a text such as {@code Validation failed: due_time: not valid; person_id: read-only}. */
    private static List<FieldError> validation(String code, JsonObject reply, String said) {
        List<FieldError> errors = new ArrayList<>();
        if (!said.startsWith(VALIDATION)) {
            return errors;
        }
        for (String part : NEXT_FIELD.split(said.substring(VALIDATION.length()), -1)) {
            Matcher matcher = FIELD.matcher(part);
            if (matcher.matches()) {
                String field = fieldKey(matcher.group(1));
                boolean isNamedElsewhere =
                        field.equals(CUSTOM_FIELDS) && !fieldCode(reply).isEmpty();
                errors.add(new FieldError(
                        isNamedElsewhere ? fieldCode(reply) : field, code, Remedies.quote(matcher.group(2))));
            }
        }
        return errors;
    }

    /** Returns the key of the field that a path such as {@code custom_fields.abc.value} leads to. */
    private static String fieldKey(String path) {
        String inner = path.startsWith(CUSTOM_FIELDS + ".") ? path.substring(CUSTOM_FIELDS.length() + 1) : path;
        String first = inner.split("[.\\[]", 2)[0];
        Matcher part = PART_OF_CUSTOM.matcher(first);
        return part.matches() ? part.group(1) : first;
    }

    /** Reads the object {@code errors} of webhooks: a text, or several, for each field. */
    private static List<FieldError> perField(String code, JsonObject reply) {
        List<FieldError> errors = new ArrayList<>();
        for (Map.Entry<String, ?> entry :
                reply.object("errors").orElse(JsonObject.EMPTY).map().entrySet()) {
            Object value = entry.getValue();
            List<?> texts = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
            texts.stream()
                    .filter(String.class::isInstance)
                    .map(text -> new FieldError(fieldKey(entry.getKey()), code, Remedies.quote((String) text)))
                    .forEach(errors::add);
        }
        return errors;
    }

    /** Finds the field that errors of custom fields name; where in the reply they do is not documented. */
    private static String fieldCode(JsonObject reply) {
        return reply.text("field_code")
                .or(() -> reply.object("data").flatMap(data -> data.text("field_code")))
                .or(() -> reply.object("additional_data").flatMap(data -> data.text("field_code")))
                .orElse("");
    }
}
