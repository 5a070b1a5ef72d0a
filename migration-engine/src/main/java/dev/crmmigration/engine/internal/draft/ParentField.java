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

    /**
     * Returns the parent that the fields of a record name, if they do: by the required reference, else, where a record can
     * hang on one of several objects, by the reference that has a value.
     */
    public static Optional<RecordRef> parent(ObjectDescription object, Map<String, FieldValue> fields) {
        List<FieldDescription> references = object.fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .toList();
        boolean isOneRequired = references.stream().anyMatch(FieldDescription::required);
        return references.stream()
                .filter(field -> field.required() || !isOneRequired)
                .flatMap(field -> Optional.ofNullable(fields.get(field.key())).stream())
                .flatMap(value -> value.value().stream())
                .filter(RecordRef.class::isInstance)
                .map(RecordRef.class::cast)
                .findFirst();
    }
}
