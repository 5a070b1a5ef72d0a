package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the parent under which a record can be read back, where that is the only way. */
public final class ParentField {

    private ParentField() {}

    /** Returns the parent that the fields of a record name, if they do. */
    public static Optional<RecordRef> parent(ObjectDescription object, Map<String, FieldValue> fields) {
        List<FieldDescription> references = object.fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .toList();
        Optional<FieldDescription> required =
                references.stream().filter(FieldDescription::required).findFirst();
        return required.map(field -> reference(fields, field))
                .orElseGet(() -> references.stream()
                        .flatMap(field -> reference(fields, field).stream())
                        .findFirst());
    }

    private static Optional<RecordRef> reference(Map<String, FieldValue> fields, FieldDescription field) {
        return Optional.ofNullable(fields.get(field.key()))
                .flatMap(FieldValue::value)
                .filter(RecordRef.class::isInstance)
                .map(RecordRef.class::cast);
    }
}
