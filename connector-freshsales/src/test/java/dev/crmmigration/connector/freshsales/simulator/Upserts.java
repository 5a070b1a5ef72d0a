package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the record that an upsert means, and changes or creates it. */
final class Upserts {

    private static final Map<MainObject, List<String>> DOCUMENTED = Map.of(
            MainObject.CONTACT, List.of("emails", "id"),
            MainObject.SALES_ACCOUNT, List.of("name", "id"),
            MainObject.DEAL, List.of("id"));

    private final FreshsalesSettings settings;
    private final MainRecords records;

    Upserts(FreshsalesSettings settings, MainRecords records) {
        this.settings = settings;
        this.records = records;
    }

    /**
     * Carries an upsert out.
     *
     * @param identifier one member with the key and its value
     */
    Outcome upsert(ObjectNode identifier, ObjectNode given) {
        if (identifier.size() != 1) {
            throw ApiException.invalid("Invalid unique identifier");
        }
        String key = identifier.fieldNames().next();
        JsonNode value = identifier.get(key);
        requireKey(key);
        Optional<ObjectNode> found = find(key, value);
        if (found.isPresent()) {
            long id = found.get().path("id").longValue();
            return new Outcome(records.update(id, given), false);
        }
        if (key.equals("id")) {
            throw ApiException.notFound();
        }
        return new Outcome(records.create(withKey(given, key, value)), true);
    }

    private void requireKey(String key) {
        List<String> documented = DOCUMENTED.getOrDefault(records.object(), List.of());
        ObjectNode field = records.fields().find(key);
        boolean isUnique = field != null && field.path("unique").asBoolean(false);
        if (!documented.contains(key) && !(isUnique && settings.is(Switch.UPSERT_KEYS, "unique"))) {
            throw ApiException.invalid("Invalid unique identifier");
        }
    }

    private Optional<ObjectNode> find(String key, JsonNode value) {
        if (key.equals("id")) {
            return Optional.ofNullable(records.table().live(value.asLong(0)));
        }
        return records.table().liveWithKey(Keys.of(key, value.asText())).stream()
                .findFirst();
    }

    /** A new record has the value by which it was looked for, whether it was sent once more or not. */
    private static ObjectNode withKey(ObjectNode given, String key, JsonNode value) {
        ObjectNode whole = given.deepCopy();
        ObjectNode holder = key.startsWith("cf_") ? whole.withObjectProperty("custom_field") : whole;
        boolean isThere = holder.has(key) || (key.equals("emails") && holder.has("email"));
        if (!isThere) {
            holder.set(key, value);
        }
        return whole;
    }

    /**
     * What an upsert did.
     *
     * @param isNew whether it has created the record
     */
    record Outcome(ObjectNode record, boolean isNew) {}
}
