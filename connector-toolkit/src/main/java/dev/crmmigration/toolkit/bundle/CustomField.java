package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.tabular.HeaderKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A field that the workspace made.
 *
 * @param object the object that it belongs to
 * @param key its key, in the form of headers
 * @param label what people see
 * @param type the platform's word for its type; empty if it was never defined
 * @param options what can be picked
 */
public record CustomField(String object, String key, String label, String type, List<String> options) {

    public CustomField {
        options = List.copyOf(options);
    }

    /** Makes a field of which only a column is known. */
    static CustomField undefined(BundleObject object, CellColumn column) {
        String key = column.key().substring(object.prefix().length());
        String words = object.prefix().replaceAll("_$", "");
        return new CustomField(
                object.name(), key, column.header().replaceFirst("(?i)^" + words + "[_ -]", ""), "", List.of());
    }

    /** @param keyColumn the column that holds its key */
    static CustomField of(RowDraft row, String keyColumn) {
        String key = HeaderKey.of(row.text(keyColumn));
        String label = row.text("label");
        return new CustomField(
                row.text("applies_to"), key, label.isEmpty() ? key : label, row.text("type"), row.list("options"));
    }

    public Kind kind() {
        return switch (type) {
            case "number" -> Kind.DECIMAL;
            case "date" -> Kind.DATE;
            case "boolean" -> Kind.BOOLEAN;
            case "single_select" -> Kind.CHOICE;
            case "multi_select" -> Kind.LIST;
            case "url" -> Kind.URL;
            case "text" -> Kind.TEXT;
            default -> Kind.LONG_TEXT;
        };
    }

    public FieldType fieldType() {
        return kind() == Kind.CHOICE ? FieldType.CHOICE : BundleFields.type(kind());
    }

    public boolean isPicked() {
        return kind() == Kind.CHOICE || kind() == Kind.LIST;
    }

    /** Returns what the words of cells mean. */
    public Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        if (kind() == Kind.CHOICE) {
            options.forEach(option -> words.put(CellColumn.word(option), option));
        }
        return words;
    }
}
