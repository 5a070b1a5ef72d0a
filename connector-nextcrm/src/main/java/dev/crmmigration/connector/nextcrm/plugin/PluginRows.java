package dev.crmmigration.connector.nextcrm.plugin;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows of the files into entries. Immutable. */
final class PluginRows {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final PluginOptions options;

    PluginRows(PluginOptions options) {
        this.options = options;
    }

    /** Returns the values of a row by the key of the field, or the entry of a row that cannot be read. */
    SourceEntry read(PluginFile file, TabularRow.Data row, Map<String, Set<String>> more) {
        ObjectType type = ObjectType.of(file.object().type());
        Map<String, Object> values = new LinkedHashMap<>();
        List<Repair> repairs = new ArrayList<>(row.repairs());
        try {
            file.known().forEach((place, key) -> put(file, key, cell(row, place, key, repairs), values));
            file.custom().forEach((place, label) -> {
                String text = cell(row, place, label, repairs);
                if (!text.isEmpty()) {
                    values.put(label, text);
                }
            });
        } catch (DateTimeException e) {
            return new SourceEntry.Quarantined(
                    type, row.origin(), "", "date: a cell is no time such as 2026-03-31 17:05:00. Correct it");
        }
        String id = id(file.object(), values);
        if (id.isEmpty()) {
            return new SourceEntry.Quarantined(
                    type, row.origin(), "", "missing-id: the row has neither e-mail, name nor id. Fill one of them in");
        }
        CrmRecord.Builder record = CrmRecord.builder(new RecordRef(type, id));
        values.forEach((key, value) -> record.put(key, united(id, key, value, more)));
        SourceEntry.Read read = new SourceEntry.Read(record.build(), row.origin(), 0, repairs);
        return values.get("updatedAt") instanceof Instant changed ? read.changedAt(changed) : read;
    }

    /** The export puts an apostrophe before what a spreadsheet would take for a formula, such as a phone number. */
    private static String cell(TabularRow.Data row, int place, String field, List<Repair> repairs) {
        String text = row.cells().get(place).strip();
        if (text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0) {
            repairs.add(new Repair(field, "formula-guard"));
            return text.substring(1);
        }
        return text;
    }

    private void put(PluginFile file, String key, String text, Map<String, Object> values) {
        Object value = text.isEmpty() ? null : value(file, key, text);
        if (value != null) {
            values.put(key, value);
        }
    }

    private @Nullable Object value(PluginFile file, String key, String text) {
        PluginObject.Field field = file.object().fields().get(key);
        FieldType type = field == null ? FieldType.TEXT : field.type();
        return switch (type) {
            case INSTANT -> moment(text);
            case CHOICES -> {
                List<String> items = items(text);
                yield items.isEmpty() ? null : items;
            }
            case TEXT -> text.replaceAll("\\s*[\\r\\n]\\s*", " ");
            default -> text;
        };
    }

    private Instant moment(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(options.zone()).toInstant()
                : LocalDateTime.parse(text.replace('T', ' '), WRITTEN)
                        .atZone(options.zone())
                        .toInstant();
    }

    /** Names joined in one cell, or a JSON array of texts. */
    List<String> items(String text) {
        String plain = text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1).replace("\"", "")
                : text;
        Set<String> items = new LinkedHashSet<>();
        for (String item : plain.split(java.util.regex.Pattern.quote(options.separator()), -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return List.copyOf(items);
    }

    static String id(PluginObject object, Map<String, Object> values) {
        if (object == PluginObject.COMPANY) {
            return text(values, "name").toLowerCase(Locale.ROOT);
        }
        String email = text(values, "email").toLowerCase(Locale.ROOT);
        return email.isEmpty() ? text(values, "plugin_id") : email;
    }

    private static String text(Map<String, Object> values, String key) {
        return values.getOrDefault(key, "").toString().strip();
    }

    /** Rows with one address have the tags and lists of all of them. */
    private static Object united(String id, String key, Object value, Map<String, Set<String>> more) {
        Set<String> all = more.get(id + "\n" + key);
        return all == null ? value : List.copyOf(all);
    }
}
