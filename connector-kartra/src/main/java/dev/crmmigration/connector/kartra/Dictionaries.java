package dev.crmmigration.connector.kartra;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.connector.kartra.api.AccountNames;
import dev.crmmigration.toolkit.http.JsonObject;
import dev.crmmigration.toolkit.tabular.ExportFolder;
import dev.crmmigration.toolkit.tabular.HeaderKey;
import dev.crmmigration.toolkit.tabular.TabularFile;
import dev.crmmigration.toolkit.tabular.TabularReader;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the customer may put beside the export: the definitions of custom fields, the names of all tags and lists. */
final class Dictionaries {

    private static final String IDENTIFIER = "field_identifier";
    private static final String TYPE = "field_type";
    private static final Map<String, String> VOCABULARIES = Map.of("tag_name", "tags", "list_name", "lists");

    /** The headers by which these are known. */
    static final Set<String> HEADERS = Set.of(IDENTIFIER, TYPE, "field_label", "options", "tag_name", "list_name");

    private final List<CustomDefinition> definitions = new ArrayList<>();
    private final Map<String, List<String>> names = new HashMap<>();

    Optional<CustomDefinition> definition(BoundColumn column) {
        String key = HeaderKey.of(column.header());
        return definitions.stream()
                .filter(one -> HeaderKey.of(one.name()).equals(key))
                .findFirst();
    }

    /** Returns all names that a column can hold; none if nobody said. */
    List<String> names(String key) {
        return names.getOrDefault(key, List.of());
    }

    List<CustomDefinition> definitions() {
        return definitions;
    }

    /** Takes in a table if it is one of these, by its header. */
    boolean take(TabularFile table) {
        if (index(table, IDENTIFIER) >= 0 && index(table, TYPE) >= 0) {
            readDefinitions(table);
            return true;
        }
        for (Map.Entry<String, String> vocabulary : VOCABULARIES.entrySet()) {
            int column = index(table, vocabulary.getKey());
            if (column >= 0) {
                List<String> known = names.computeIfAbsent(vocabulary.getValue(), any -> new ArrayList<>());
                rows(table).forEach(cells -> known.add(cells.get(column).strip()));
                return true;
            }
        }
        return false;
    }

    private void readDefinitions(TabularFile table) {
        int identifier = index(table, IDENTIFIER);
        int label = index(table, "field_label");
        int type = index(table, TYPE);
        int options = Math.max(index(table, "options"), index(table, "field_value"));
        for (List<String> cells : rows(table)) {
            List<String> choices = options < 0 ? List.of() : options(cells.get(options));
            definitions.add(new CustomDefinition(cells.get(identifier), cells.get(type), choices));
            if (label >= 0) {
                definitions.add(new CustomDefinition(cells.get(label), cells.get(type), choices));
            }
        }
    }

    /** Takes in what the API says, before all that files say. */
    void learn(AccountNames account) {
        List<CustomDefinition> told = new ArrayList<>();
        for (JsonObject field : account.customFields()) {
            List<String> options = field.objects("field_value").stream()
                    .flatMap(option -> option.id("option_value").stream())
                    .toList();
            told.add(new CustomDefinition(
                    field.id(IDENTIFIER).orElse(""), field.text(TYPE).orElse(""), options));
        }
        definitions.addAll(0, told);
        learn("tags", account.tags());
        learn("lists", account.lists());
        learn("sequences", account.sequences());
    }

    private void learn(String column, List<String> all) {
        if (!all.isEmpty()) {
            names.computeIfAbsent(column, any -> new ArrayList<>()).addAll(all);
        }
    }

    private static List<String> options(String cell) {
        String separator = cell.contains(";") ? ";" : cell.contains("|") ? "|" : ",";
        return NameSplitter.at(separator).split(cell);
    }

    private static int index(TabularFile table, String key) {
        return table.columns().stream()
                .filter(column -> column.key().equals(key))
                .mapToInt(column -> column.index())
                .findFirst()
                .orElse(-1);
    }

    private static List<List<String>> rows(TabularFile table) {
        List<List<String>> rows = new ArrayList<>();
        try (TabularReader reader = table.read()) {
            for (TabularRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row.match(TabularRow.Data::cells, broken -> {
                    throw new ConfigurationException("file " + broken.origin().file() + ", line "
                            + broken.origin().line() + ": " + broken.rule());
                }));
            }
        }
        return rows;
    }

    /** Takes in what Kartra's API answers to {@code retrieve_custom_fields}, if it is that. */
    boolean takeJson(ExportFolder folder, String name) {
        try (InputStream in = folder.open(name)) {
            JsonNode fields = new JsonMapper().readTree(in).findValue("custom_fields");
            if (fields == null || !fields.isArray()) {
                return false;
            }
            fields.forEach(this::take);
            return true;
        } catch (JacksonException e) {
            throw new ConfigurationException("file " + name + " is no JSON. Mend it, or take it out of the export");
        } catch (IOException e) {
            throw new ConfigurationException("file " + name
                    + " of the export cannot be read. Give this program the right to read it, or take it away");
        }
    }

    private void take(JsonNode field) {
        List<String> options = new ArrayList<>();
        field.path("field_value")
                .forEach(option -> options.add(option.path("option_value").asText()));
        definitions.add(new CustomDefinition(
                field.path(IDENTIFIER).asText(), field.path(TYPE).asText(), options));
    }
}
