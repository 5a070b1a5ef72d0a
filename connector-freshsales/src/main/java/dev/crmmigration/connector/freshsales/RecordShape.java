package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.destination.FieldBodies;
import dev.crmmigration.toolkit.destination.FieldTable;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries whole records of one object over to JSON and back, field by field. Immutable. */
final class RecordShape {

    private static final FieldBodies BODIES = new FieldBodies("Freshsales", Codecs::of);

    private final FreshsalesObject kind;
    private final ObjectDescription object;
    private final Wire wire;
    private final Optional<String> view;
    private final Set<String> kept;
    private final Map<String, FieldDescription> fields = new LinkedHashMap<>();

    /** @param view the id of the view of all records, if the account has one */
    RecordShape(FreshsalesObject kind, ObjectDescription object, OptionLists options, Optional<String> view) {
        this.kind = kind;
        this.object = object;
        this.view = view;
        this.wire = new Wire(kind, options);
        this.kept = SystemFields.of(kind).stream()
                .filter(row -> row.has(SystemFields.KEPT))
                .map(FieldTable.Row::field)
                .map(FieldDescription::key)
                .collect(Collectors.toUnmodifiableSet());
        object.fields().forEach(field -> fields.put(field.key(), field));
    }

    /**
     * The body of a call.
     *
     * @param errors what cannot be written; empty if the body can be sent
     */
    record Body(Map<String, @Nullable Object> json, List<FieldError> errors) {}

    /** Returns the key of the field that holds keys of the migration, if the account has it. */
    Optional<String> keyField() {
        return object.traits().keyField().flatMap(object::named).map(FieldDescription::key);
    }

    boolean isBulk() {
        return object.traits().maxCreateBatch() > 1;
    }

    FreshsalesObject kind() {
        return kind;
    }

    Optional<String> view() {
        return view;
    }

    Body encode(Map<String, FieldValue> values, boolean create) {
        FieldBodies.Encoded encoded = BODIES.encode(fields, values, create);
        List<FieldError> errors = new ArrayList<>(create ? BODIES.missing(object.fields(), values) : emptied(values));
        errors.addAll(encoded.errors());
        if (create && kind.hangs()) {
            errors.addAll(Parents.check(values));
        }
        Map<String, @Nullable Object> json = wire.outgoing(encoded.trees(), errors);
        return new Body(json, errors);
    }

    /** Returns the fields that an update wants to empty and Freshsales does not. */
    private List<FieldError> emptied(Map<String, FieldValue> values) {
        return values.keySet().stream()
                .filter(key -> kept.contains(key) && !FieldBodies.has(values, key))
                .sorted()
                .map(key -> new FieldError(
                        key, "NEVER_EMPTY", "Freshsales does not empty this field. Take it out of the plan."))
                .toList();
    }

    /**
     * Reads a record; empty if the JSON has no id.
     *
     * @param parent the record under which it was asked for, if the JSON may not say
     */
    Optional<CrmRecord> decode(JsonObject json, Optional<RecordRef> parent) {
        return json.id("id").map(id -> decode(new RecordRef(object.type(), id), json, parent));
    }

    private CrmRecord decode(RecordRef ref, JsonObject json, Optional<RecordRef> parent) {
        CrmRecord.Builder record = CrmRecord.builder(ref);
        Map<String, @Nullable Object> trees = wire.incoming(json, fields.values(), parent);
        trees.forEach((key, tree) -> {
            FieldDescription field = fields.get(key);
            Object value =
                    tree == null || field == null ? null : Codecs.of(field).decode(tree);
            if (value == null) {
                record.clear(key);
            } else {
                record.put(key, value);
            }
        });
        return record.build();
    }
}
