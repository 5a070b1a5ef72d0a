package dev.crmmigration.toolkit.rest;

import dev.crmmigration.toolkit.http.Json;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the files of a bundle of what the API gave: rows within rows become rows of their own. */
final class Flattening {

    private static final List<String> INHERITED = List.of("created_at", "updated_at", "deleted_at");

    private final Map<String, CollectionSpec> specs = new LinkedHashMap<>();

    Flattening(RestBundle bundle) {
        bundle.collections().forEach(spec -> specs.put(spec.name(), spec));
    }

    /**
     * Writes a collection, rows within its rows to files of their own beside it.
     *
     * @return how many rows stand in each file
     */
    Map<String, Long> write(CollectionSpec spec, Path from, Path to, UnaryOperator<JsonObject> change)
            throws IOException {
        Map<String, Long> rows = new LinkedHashMap<>();
        Map<String, Writer> files = new LinkedHashMap<>();
        try (BufferedReader reader = Files.newBufferedReader(from, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonObject row = change.apply(JsonObject.parse(line).orElse(JsonObject.EMPTY));
                for (Map.Entry<String, String> nested : spec.nested().entrySet()) {
                    CollectionSpec child = specs.getOrDefault(nested.getValue(), spec);
                    int number = 0;
                    for (JsonObject one : row.objects(nested.getKey())) {
                        number++;
                        append(
                                files,
                                rows,
                                to.resolveSibling(child.name() + ".ndjson"),
                                child(row, one, child, number));
                    }
                }
                append(files, rows, to, without(row, spec));
            }
        } finally {
            for (Writer file : files.values()) {
                file.close();
            }
        }
        for (String file : files.keySet()) {
            Path made = to.resolveSibling(file + ".new");
            Files.move(made, to.resolveSibling(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return rows;
    }

    private static void append(
            Map<String, Writer> files, Map<String, Long> rows, Path file, Map<String, @Nullable Object> row)
            throws IOException {
        String name = String.valueOf(file.getFileName());
        Writer out = files.get(name);
        if (out == null) {
            out = Files.newBufferedWriter(file.resolveSibling(name + ".new"), StandardCharsets.UTF_8);
            files.put(name, out);
        }
        out.write(Json.write(row));
        out.write('\n');
        rows.merge(name, 1L, Long::sum);
    }

    private static Map<String, @Nullable Object> without(JsonObject row, CollectionSpec spec) {
        Map<String, @Nullable Object> flat = new LinkedHashMap<>(row.map());
        spec.nested().keySet().stream()
                .filter(field -> flat.get(field) instanceof List<?>)
                .forEach(flat::remove);
        return flat;
    }

    /** A row within another one belongs to it, and is numbered if it does not number itself. */
    private static Map<String, @Nullable Object> child(
            JsonObject parent, JsonObject row, CollectionSpec spec, int number) {
        Map<String, @Nullable Object> child = new LinkedHashMap<>(row.map());
        for (String field : spec.key()) {
            if (child.get(field) == null) {
                child.put(field, parent.get(field) == null ? (Object) (long) number : parent.get(field));
            }
        }
        INHERITED.stream()
                .filter(field -> child.get(field) == null && parent.get(field) != null)
                .forEach(field -> child.put(field, parent.get(field)));
        return child;
    }
}
