package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fields that every account of a platform has, from a table beside a class: object, key, type, the platform's type,
 * access and notes. The notes {@code required} and {@code to:OBJECT} mean the same everywhere; others are the connector's.
 */
public final class FieldTable {

    private static final String TO = "to:";

    private final Map<ObjectType, List<Row>> rows;

    private FieldTable(Map<ObjectType, List<Row>> rows) {
        this.rows = rows;
    }

    /** Reads the table of that name in the package of a class. */
    public static FieldTable read(Class<?> beside, String name) {
        return new FieldTable(Table.rows(beside, name).stream()
                .map(FieldTable::row)
                .collect(Collectors.groupingBy(Row::object, Collectors.toUnmodifiableList())));
    }

    /** Returns the fields of an object, in the order of the table. */
    public List<Row> of(ObjectType object) {
        return rows.getOrDefault(object, List.of());
    }

    /** One field. */
    public record Row(ObjectType object, FieldDescription field, Set<String> notes) {

        public Row {
            notes = Set.copyOf(notes);
        }

        public boolean has(String note) {
            return notes.contains(note);
        }
    }

    private static Row row(List<String> cells) {
        Set<String> notes = Set.of(cells.get(5).split(","));
        FieldDescription.Builder field = FieldDescription.builder(cells.get(1), FieldType.valueOf(cells.get(2)))
                .platformType(cells.get(3))
                .access(Access.valueOf(cells.get(4)));
        if (notes.contains("required")) {
            field.required();
        }
        notes.stream()
                .filter(note -> note.startsWith(TO))
                .forEach(note -> field.refersTo(ObjectType.of(note.substring(TO.length()))));
        return new Row(ObjectType.of(cells.get(0)), field.build(), notes);
    }
}
