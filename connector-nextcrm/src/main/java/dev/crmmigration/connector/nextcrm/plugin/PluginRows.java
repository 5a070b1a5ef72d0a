package dev.crmmigration.connector.nextcrm.plugin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rows of the files into entries. */
final class PluginRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of("content", "note", "text", "title", "name", "label");

    /** Groundhogg writes numbers (includes/functions.php, 4.7.1). */
    private static final Map<String, String> OPTED_IN = Map.of(
            "1", "unconfirmed",
            "2", "confirmed",
            "3", "unsubscribed",
            "4", "weekly",
            "5", "monthly",
            "6", "bounced",
            "7", "spam",
            "8", "complained",
            "9", "blocked");

    private final PluginOptions options;
    private final CustomTypes types;

    PluginRows(PluginOptions options, CustomTypes types) {
        this.options = options;
        this.types = types;
    }

    /** Returns the values of a row by the key of the field, or the entry of a row that cannot be read. */
    SourceEntry read(PluginFile file, TabularRow.Data row, Map<String, Set<String>> more) {
        ObjectType type = ObjectType.of(file.object().type());
        Map<String, Object> values = new LinkedHashMap<>();
        List<Repair> repairs = new ArrayList<>(row.repairs());
        try {
            file.known().forEach((place, key) -> put(file, key, cell(row, place, key, repairs), values));
            for (Map.Entry<Integer, String> custom : file.custom().entrySet()) {
                String text = cell(row, custom.getKey(), custom.getValue(), repairs);
                if (!text.isEmpty()) {
                    values.put(custom.getValue(), types.value(custom.getValue(), text));
                }
            }
        } catch (CellRefusedException e) {
            return new SourceEntry.Quarantined(type, row.origin(), e.column(), e.rule());
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

    /** Takes note of what the columns of a row hold that are no known ones. */
    void look(PluginFile file, TabularRow.Data row) {
        file.custom().forEach((place, label) -> {
            String text = cell(row, place, label, new ArrayList<>());
            if (!text.isEmpty()) {
                types.see(label, text);
            }
        });
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
            case INSTANT -> CellShape.moment(text, options.zone());
            case CHOICES -> {
                List<String> items = items(text);
                yield items.isEmpty() ? null : items;
            }
            case TEXT ->
                key.equals("subscription_status")
                        ? OPTED_IN.getOrDefault(text, text)
                        : text.replaceAll("\\s*[\\r\\n]\\s*", " ");
            default -> text;
        };
    }

    /** Names joined in one cell, or a JSON array of texts or of objects with one. */
    List<String> items(String text) {
        Set<String> items = new LinkedHashSet<>();
        for (String item : text.startsWith("[") ? array(text) : joined(text)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return List.copyOf(items);
    }

    private List<String> joined(String text) {
        return List.of(text.split(Pattern.quote(options.separator()), -1));
    }

    private List<String> array(String text) {
        try {
            List<String> items = new ArrayList<>();
            for (JsonNode item : JSON.readTree(text)) {
                items.add(item.isValueNode() ? item.asText() : first(item));
            }
            return items;
        } catch (JsonProcessingException e) {
            return joined(text); // A name may begin with a bracket
        }
    }

    private static String first(JsonNode item) {
        return TEXTS.stream()
                .map(key -> item.path(key).asText(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
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
