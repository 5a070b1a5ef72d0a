package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries whole records of one object over to JSON and back, field by field. Immutable. */
final class RecordShape {

    private static final String CUSTOM_FIELDS = "custom_fields";

    private final ObjectDescription object;
    private final Map<String, FieldDescription> fields = new LinkedHashMap<>();

    RecordShape(ObjectDescription object) {
        this.object = object;
        object.fields().forEach(field -> fields.put(field.key(), field));
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /**
     * The body of a call.
     *
     * @param errors what cannot be written; empty if the body can be sent
     */
    record Body(Map<String, @Nullable Object> json, List<FieldError> errors) {}

    Body encode(Map<String, FieldValue> values, boolean create) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Map<String, @Nullable Object> custom = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        values.forEach((key, value) -> {
            FieldDescription field = fields.get(key);
            if (field == null) {
                errors.add(new FieldError(
                        key, "UNKNOWN_FIELD", "The account has no such field now. Prepare again, or remap it."));
            } else if (!isWritable(field, create)) {
                errors.add(new FieldError(
                        key,
                        "NOT_WRITABLE",
                        "Pipedrive does not let this field be set here. Take it out of the plan."));
            } else {
                encode(field, value, field.custom() ? custom : json, errors);
            }
        });
        if (!custom.isEmpty()) {
            json.put(CUSTOM_FIELDS, custom);
        }
        return new Body(json, errors);
    }

    private static boolean isWritable(FieldDescription field, boolean create) {
        return field.access() == Access.WRITABLE || (create && field.access() == Access.ON_CREATE_ONLY);
    }

    private static void encode(
            FieldDescription field, FieldValue value, Map<String, @Nullable Object> json, List<FieldError> errors) {
        Codec codec = Codecs.of(field);
        Optional<Object> content = value.value();
        try {
            json.put(field.key(), content.isPresent() ? codec.encode(field, content.get()) : codec.cleared());
        } catch (UnfitValueException e) {
            errors.add(new FieldError(field.key(), e.code(), String.valueOf(e.getMessage())));
        }
    }

    /** Reads a record; empty if the JSON has no id. */
    Optional<CrmRecord> decode(JsonObject json) {
        return json.id("id").map(id -> decode(new RecordRef(object.type(), id), json));
    }

    private CrmRecord decode(RecordRef ref, JsonObject json) {
        JsonObject custom = json.object(CUSTOM_FIELDS).orElse(JsonObject.EMPTY);
        CrmRecord.Builder record = CrmRecord.builder(ref);
        fields.forEach((key, field) -> {
            Object held = (field.custom() ? custom : json).get(key);
            Object value = held == null ? null : Codecs.of(field).decode(held);
            if (value != null) {
                record.put(key, value);
            }
        });
        return record.build();
    }
}
