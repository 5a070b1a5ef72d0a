package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields that every account has, from the table {@code fields.tsv}. */
final class SystemFields {

    private static final Map<String, List<SystemField>> ALL = Table.rows("fields.tsv").stream()
            .map(SystemField::of)
            .collect(Collectors.groupingBy(SystemField::object, Collectors.toUnmodifiableList()));

    private SystemFields() {}

    static List<SystemField> of(PipedriveObject object) {
        return ALL.getOrDefault(object.type().name(), List.of());
    }

    /**
     * A row of the table.
     *
     * @param exposed whether only accounts that list the field have it
     * @param included whether a list gives it only if asked for it
     * @param path whether the path of a call names it, not its body
     */
    record SystemField(String object, FieldDescription field, boolean exposed, boolean included, boolean path) {

        private static final String TO = "to:";

        static SystemField of(List<String> row) {
            Set<String> notes = Set.of(row.get(5).split(","));
            FieldDescription.Builder field = FieldDescription.builder(row.get(1), FieldType.valueOf(row.get(2)))
                    .platformType(row.get(3))
                    .access(Access.valueOf(row.get(4)));
            if (notes.contains("required")) {
                field.required();
            }
            notes.stream()
                    .filter(note -> note.startsWith(TO))
                    .forEach(note -> field.refersTo(ObjectType.of(note.substring(TO.length()))));
            return new SystemField(
                    row.get(0),
                    field.build(),
                    notes.contains("exposed"),
                    notes.contains("included"),
                    notes.contains("path"));
        }
    }
}
