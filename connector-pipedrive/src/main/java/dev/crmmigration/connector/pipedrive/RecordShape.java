package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.codec.Ids;
import dev.crmmigration.toolkit.destination.FieldBodies;
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
    private static final String VISIBLE_TO = "visible_to";

    private final PipedriveObject kind;
    private final ObjectDescription object;
    private final WriteRules rules;
    private final Visibility visibility;
    private final Optional<String> parentField;
    private final Map<String, FieldDescription> fields = new LinkedHashMap<>();

    /**
     * @param visibility who sees the records that are created
     */
    RecordShape(PipedriveObject kind, ObjectDescription object, WriteRules rules, Visibility visibility) {
        this.kind = kind;
        this.object = object;
        this.rules = rules;
        this.visibility = visibility;
        this.parentField = SystemFields.of(kind).stream()
                .filter(system -> system.has(SystemFields.PATH))
                .map(system -> system.field().key())
                .findFirst();
        object.fields().forEach(field -> fields.put(field.key(), field));
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /**
     * The body of a call.
     *
     * @param parent the id of the record that the path of a create names, if it names one
     * @param errors what cannot be written; empty if the body can be sent
     */
    record Body(Map<String, @Nullable Object> json, Optional<String> parent, List<FieldError> errors) {}

    Body encode(Map<String, FieldValue> values, boolean create) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Map<String, @Nullable Object> custom = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>(rules.check(kind, values, create));
        errors.addAll(create ? FieldRules.missing(kind, object.fields(), values) : FieldRules.kept(kind, values));
        FieldBodies.Encoded encoded = FieldRules.BODIES.encode(fields, values, create);
        errors.addAll(encoded.errors());
        encoded.trees().forEach((field, tree) -> put(field, tree, json, custom));
        if (!custom.isEmpty()) {
            json.put(CUSTOM_FIELDS, custom);
        }
        Optional<String> parent = parent(json, create);
        if (create) {
            putVisibility(json);
        }
        WriteRules.settle(kind, json, create);
        return new Body(json, parent, errors);
    }

    private void put(
            FieldDescription field,
            @Nullable Object tree,
            Map<String, @Nullable Object> json,
            Map<String, @Nullable Object> custom) {
        if (!field.custom()) {
            json.put(field.key(), tree);
        } else if (kind.hasFlatFields()) {
            FlatFields.put(json, field, tree);
        } else {
            custom.put(field.key(), tree);
        }
    }

    /** Takes the parent out of the body of a create; one that is missing is an error already. */
    private Optional<String> parent(Map<String, @Nullable Object> json, boolean create) {
        return create ? parentField.map(json::remove).map(Object::toString) : Optional.empty();
    }

    private void putVisibility(Map<String, @Nullable Object> json) {
        FieldDescription field = fields.get(VISIBLE_TO);
        if (field != null) {
            visibility
                    .code()
                    .ifPresent(code ->
                            json.put(VISIBLE_TO, field.type() == FieldType.INTEGER ? code : Long.toString(code)));
        }
    }

    /**
     * Reads a record; empty if the JSON has no id.
     *
     * @param parent the record under which it was asked for, if the JSON may not say
     */
    Optional<CrmRecord> decode(JsonObject json, Optional<String> parent) {
        Optional<String> own = json.id(kind.idMember());
        if (!kind.isNested()) {
            return own.map(id -> decode(new RecordRef(object.type(), id), json, Optional.empty()));
        }
        Optional<String> said = parentField.map(json::get).map(Ids::text);
        Optional<String> under = said.isPresent() ? said : parent;
        return under.flatMap(above -> own.map(id ->
                decode(new RecordRef(object.type(), new ChildId(above, id).toString()), json, Optional.of(above))));
    }

    private CrmRecord decode(RecordRef ref, JsonObject json, Optional<String> parent) {
        JsonObject custom = json.object(CUSTOM_FIELDS).orElse(JsonObject.EMPTY);
        CrmRecord.Builder record = CrmRecord.builder(ref);
        fields.forEach((key, field) -> {
            Object held = parentField.equals(Optional.of(key)) ? parent.orElse(null) : held(json, custom, field);
            Object value = held == null ? null : Codecs.of(field).decode(held);
            if (value != null) {
                record.put(key, value);
            }
        });
        return record.build();
    }

    private @Nullable Object held(JsonObject json, JsonObject custom, FieldDescription field) {
        if (!field.custom()) {
            return json.get(field.key());
        }
        return kind.hasFlatFields() ? FlatFields.get(json, field) : custom.get(field.key());
    }
}
