package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Repair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of the export on its way to a record: what its fields hold, and what was mended. Not thread-safe. */
final class Row {

    private final Origin origin;
    private final Set<String> columns;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Repair> repairs;
    private String id = "";

    /**
     * @param origin where it stands
     * @param columns the keys of the fields for which its file has a column
     * @param repairs what was mended so far
     */
    Row(Origin origin, Set<String> columns, List<Repair> repairs) {
        this.origin = origin;
        this.columns = columns;
        this.repairs = new ArrayList<>(repairs);
    }

    Origin origin() {
        return origin;
    }

    Map<String, Object> values() {
        return values;
    }

    List<Repair> repairs() {
        return repairs;
    }

    /** Returns the id of the record. */
    String id() {
        return id;
    }

    void identify(String text) {
        id = text;
    }

    boolean hasColumn(String key) {
        return columns.contains(key);
    }

    @Nullable
    Object value(String key) {
        return values.get(key);
    }

    /** Returns a text, or {@code null} if the field has none. */
    @Nullable
    String text(String key) {
        return values.get(key) instanceof String text ? text : null;
    }

    /** Returns the text of an id. */
    String required(String key) throws RowRefusedException {
        String text = text(key);
        if (text == null) {
            throw new RowRefusedException(key, "missing-id: the cell is empty, so the row names no record. Fill it in");
        }
        return text;
    }

    void put(String key, @Nullable Object value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    /**
     * Notes that something was mended.
     *
     * @param raw the text as it stood
     */
    void repaired(String field, String rule, String raw) {
        repairs.add(new Repair(field, rule, raw));
    }
}
