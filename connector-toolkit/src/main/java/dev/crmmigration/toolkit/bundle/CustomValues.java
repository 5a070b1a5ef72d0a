package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.HeaderKey;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Completes rows that hold the value of a custom field each. */
public final class CustomValues {

    private CustomValues() {}

    /** Adds the fields that hold a value by its type. */
    public static BundleObject typed(BundleObject object) {
        return object.with("value_number", FieldType.DECIMAL)
                .with("value_date", FieldType.DATE)
                .with("value_flag", FieldType.BOOLEAN)
                .with("value_list", FieldType.CHOICES);
    }

    /** Reads a value by the type of its field; one that is nothing of it stays text. */
    public static void complete(RowDraft row, Bundle bundle, Clients clients) {
        String keyColumn = bundle.format().definitionKey();
        String key = HeaderKey.of(row.text(keyColumn));
        row.put(keyColumn, key);
        if (row.text("entity_type").equals("client")) {
            clients.find(row.text("entity_id"), "").ifPresent(found -> row.put("entity_id", found.id()));
        }
        Optional<CustomField> field = bundle.custom(row.text("entity_type"), key);
        field.ifPresent(known -> value(row, "value", known));
    }

    /** Reads the text of a column by the type of a field; one that is nothing of it stays text. */
    public static void value(RowDraft row, String column, CustomField field) {
        String text = row.text(column).strip();
        if (text.isEmpty()) {
            return;
        }
        try {
            read(row, column, field, text);
        } catch (DateTimeException | NumberFormatException e) {
            row.mend(column, Rule.CUSTOM_TYPE);
        }
    }

    private static void read(RowDraft row, String column, CustomField field, String text) {
        switch (field.type()) {
            case "number" -> row.put("value_number", new BigDecimal(text));
            case "date" -> row.put("value_date", LocalDate.parse(text));
            case "boolean" -> flag(row, column, text);
            case "multi_select" ->
                row.put(
                        "value_list",
                        Stream.of(text.split(";"))
                                .map(String::strip)
                                .filter(item -> !item.isEmpty())
                                .toList());
            default -> {}
        }
    }

    private static void flag(RowDraft row, String column, String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            row.put("value_flag", Boolean.parseBoolean(text));
        } else {
            row.mend(column, Rule.CUSTOM_TYPE);
        }
    }
}
