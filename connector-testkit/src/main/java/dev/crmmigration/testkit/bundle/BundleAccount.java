package dev.crmmigration.testkit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of a workspace, each with the moment of its last change. Guarded by whoever holds it. */
final class BundleAccount {

    private final BundleKind kind;
    private final Map<String, List<Row>> collections = new TreeMap<>();

    /**
     * A row.
     *
     * @param order what rows of one moment are ordered by
     */
    record Row(String id, Instant updated, String order, ObjectNode fields) {

        boolean isDeleted() {
            return fields.hasNonNull("deleted_at");
        }
    }

    BundleAccount(BundleKind kind, Map<String, List<ObjectNode>> rows) {
        this.kind = kind;
        rows.forEach((collection, all) -> {
            List<Row> list = new ArrayList<>();
            for (int number = 0; number < all.size(); number++) {
                list.add(row(collection, all.get(number), number));
            }
            collections.put(collection, list);
        });
        collections.values().forEach(BundleAccount::sort);
    }

    private Row row(String collection, ObjectNode fields, int number) {
        List<String> key = kind.keys().getOrDefault(collection, List.of());
        String id = key.stream().map(column -> fields.path(column).asText("")).collect(Collectors.joining("/"));
        return new Row(id, moment(fields), id + " " + String.format(Locale.ROOT, "%09d", number), fields);
    }

    private static Instant moment(JsonNode fields) {
        String text = fields.path("updated_at").asText(fields.path("created_at").asText(""));
        return moment(text).orElse(Instant.EPOCH);
    }

    static Optional<Instant> moment(@Nullable String text) {
        try {
            return text == null || text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void sort(List<Row> rows) {
        rows.sort(Comparator.comparing(Row::updated).thenComparing(Row::order));
    }

    Collection<String> names() {
        return collections.keySet();
    }

    /** Returns the rows in the order of their last change, {@code null} if there is no such collection. */
    @Nullable
    List<Row> rows(String collection) {
        return collections.get(collection);
    }

    Optional<Row> row(String collection, String id) {
        return collections.getOrDefault(collection, List.of()).stream()
                .filter(row -> row.id().equals(id))
                .findFirst();
    }

    long live(String collection) {
        return collections.getOrDefault(collection, List.of()).stream()
                .filter(row -> !row.isDeleted())
                .count();
    }

    /**
     * Sets fields of a row, or makes one of that id; a {@code null} empties a field.
     *
     * @return {@code false} if there is no such collection
     */
    boolean set(String collection, String id, JsonNode fields, Instant now) {
        List<Row> rows = collections.get(collection);
        if (rows == null) {
            return false;
        }
        Optional<Row> before = row(collection, id);
        ObjectNode changed = before.map(row -> row.fields().deepCopy()).orElseGet(Json::object);
        if (before.isEmpty()) {
            List<String> key = kind.keys().getOrDefault(collection, List.of());
            String[] parts = id.split("/", -1);
            for (int i = 0; i < key.size() && i < parts.length; i++) {
                changed.put(key.get(i), parts[i]);
            }
            changed.put("created_at", now.toString());
        }
        fields.properties().forEach(field -> changed.set(field.getKey(), field.getValue()));
        changed.put("updated_at", now.toString());
        before.ifPresent(rows::remove);
        rows.add(new Row(id, now, before.map(Row::order).orElse(id), changed));
        sort(rows);
        return true;
    }

    /** Returns a row as the API gives it: with the rows that belong to it, if it gives those within. */
    ObjectNode shown(String collection, Row row, boolean nested) {
        ObjectNode shown = row.fields().deepCopy();
        if (nested) {
            kind.parents().forEach((child, field) -> nest(collection, row, shown, child, field));
        }
        return shown;
    }

    private void nest(String collection, Row row, ObjectNode shown, String child, String field) {
        int dot = field.indexOf('.');
        List<Row> children = collections.get(child);
        if (!field.substring(0, dot).equals(collection) || children == null) {
            return;
        }
        ArrayNode within = shown.putArray(field.substring(dot + 1));
        String key = kind.keys().getOrDefault(collection, List.of("")).get(0);
        children.stream()
                .filter(one -> Objects.equals(one.fields().path(key).asText(""), row.id()) && !one.isDeleted())
                .forEach(one -> within.add(one.fields()));
    }
}
