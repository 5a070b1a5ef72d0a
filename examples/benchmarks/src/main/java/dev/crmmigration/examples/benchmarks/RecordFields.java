package dev.crmmigration.examples.benchmarks;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a record as JSON: text as it is, a reference by the id of its record. */
final class RecordFields {

    private RecordFields() {}

    static Map<String, Object> tree(Map<String, FieldValue> fields) {
        Map<String, Object> tree = new LinkedHashMap<>();
        fields.forEach((key, field) ->
                field.value().ifPresent(value -> tree.put(key, value instanceof RecordRef ref ? ref.id() : value)));
        return tree;
    }

    static CrmRecord record(RecordRef ref, JsonObject tree) {
        CrmRecord.Builder record = CrmRecord.builder(ref);
        for (FieldDescription field :
                BenchmarkDestination.CATALOG.object(ref.type()).orElseThrow().fields()) {
            tree.text(field.key()).ifPresent(text -> record.put(field.key(), value(field, text)));
        }
        return record.build();
    }

    private static Object value(FieldDescription field, String text) {
        ObjectType type = field.refersTo().orElse(ObjectType.of("none"));
        return field.type() == FieldType.REFERENCE ? new RecordRef(type, text) : text;
    }
}
