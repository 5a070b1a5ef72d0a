package dev.crmmigration.connector.kartra.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an account knows: leads, and the transactions and subscriptions of each. Guarded by whoever holds it. */
final class KartraAccount {

    private static final long FIRST_INVENTED_ID = 1_000_001;

    private final Map<String, ObjectNode> leads = new LinkedHashMap<>();
    private final Map<String, ObjectNode> transactions = new LinkedHashMap<>();
    private final Map<String, ObjectNode> subscriptions = new LinkedHashMap<>();
    private final LeadDetails details;
    private final ExportTables tables;

    KartraAccount(ExportTables tables, long seed) {
        this.tables = tables;
        this.details = new LeadDetails(new Inventions(seed), tables.definitions());
        long next = FIRST_INVENTED_ID;
        for (Map<String, String> row : tables.contacts()) {
            String id = row.getOrDefault("lead_id", row.getOrDefault("id", ""));
            String known = id.isEmpty() ? String.valueOf(next++) : id;
            leads.put(known, details.of(known, row));
        }
        tables.transactions().forEach(this::transaction);
        tables.subscriptions().forEach(this::subscription);
    }

    private void transaction(Map<String, String> row) {
        ObjectNode transaction = Json.object();
        transaction.put("transaction_id", row.getOrDefault("id", ""));
        transaction.put("lead_id", row.getOrDefault("lead_id", ""));
        transaction.put("lead_email", row.getOrDefault("buyer_email", ""));
        String type = row.getOrDefault("transaction_type", "").toLowerCase(Locale.ROOT);
        transaction.put("transaction_type", type.replace('.', ' ').strip().replace(' ', '_'));
        transaction.put("transaction_parent_id", parent(row));
        transaction.put("product_name", row.getOrDefault("product", ""));
        transaction.put("product_price_point", row.getOrDefault("price_point", ""));
        transaction.put("transaction_date", row.getOrDefault("date", ""));
        row.forEach((column, value) -> {
            if (column.matches("amount_[a-z]{3}")) {
                transaction.put("transaction_full_amount", value);
            }
        });
        transaction.put("transaction_internal_subscription_id", row.getOrDefault("subscription_id", ""));
        transactions.put(transaction.path("transaction_id").asText(), transaction);
    }

    /** A refund carries the sale's id, all else 0 (help 15369003). */
    private String parent(Map<String, String> row) {
        String processed = row.getOrDefault("processor_transaction_id", "");
        boolean givesBack = row.getOrDefault("transaction_type", "").matches("(?i)refund|partial refund|chargeback");
        if (!givesBack || processed.isEmpty() || processed.equals("N/A")) {
            return "0";
        }
        return tables.transactions().stream()
                .filter(sale -> sale.getOrDefault("transaction_type", "").equalsIgnoreCase("sale"))
                .filter(sale ->
                        sale.getOrDefault("processor_transaction_id", "").equals(processed))
                .map(sale -> sale.getOrDefault("id", "0"))
                .findFirst()
                .orElse("0");
    }

    private void subscription(Map<String, String> row) {
        ObjectNode subscription = Json.object();
        row.forEach((column, value) ->
                subscription.put(column.startsWith("subscription_") ? column : "subscription_" + column, value));
        subscription.put("lead_id", row.getOrDefault("lead_id", ""));
        subscription.put("lead_email", row.getOrDefault("lead_email", ""));
        subscriptions.put(row.getOrDefault("subscription_id", ""), subscription);
    }

    /** Returns a lead by id, else by e-mail address. */
    Optional<ObjectNode> lead(String id, String email) {
        if (!id.isEmpty()) {
            return Optional.ofNullable(leads.get(id));
        }
        return leads.values().stream()
                .filter(lead -> lead.path("email").asText().equalsIgnoreCase(email.strip()) && !email.isBlank())
                .findFirst();
    }

    Collection<ObjectNode> leads() {
        return leads.values();
    }

    Optional<ObjectNode> transaction(String id) {
        return Optional.ofNullable(transactions.get(id));
    }

    Optional<ObjectNode> subscription(String id) {
        return Optional.ofNullable(subscriptions.get(id));
    }

    ArrayNode transactionsOf(ObjectNode lead) {
        return of(lead, transactions.values(), List.of("transaction_id", "lead_id", "lead_email", "transaction_type"));
    }

    ArrayNode subscriptionsOf(ObjectNode lead) {
        return of(
                lead,
                subscriptions.values(),
                List.of("subscription_id", "lead_id", "lead_email", "subscription_status"));
    }

    private static ArrayNode of(ObjectNode lead, Collection<ObjectNode> all, List<String> fields) {
        ArrayNode found = Json.MAPPER.createArrayNode();
        all.stream()
                .filter(one ->
                        one.path("lead_id").asText().equals(lead.path("id").asText()))
                .forEach(one -> found.add(one.deepCopy().retain(fields)));
        return found;
    }

    ArrayNode names(String of) {
        ArrayNode names = Json.MAPPER.createArrayNode();
        Iterable<String> all = switch (of) {
            case "tags" -> details.tags();
            case "lists" -> details.lists();
            default -> details.sequences();
        };
        all.forEach(names::add);
        return names;
    }

    /** Returns the definitions of custom fields; those of text have no options. */
    ArrayNode customFields() {
        ArrayNode fields = Json.MAPPER.createArrayNode();
        tables.definitions().forEach(definition -> {
            ObjectNode field = fields.addObject().put("field_id", String.valueOf(fields.size()));
            String type = definition.getOrDefault("field_type", "");
            field.put("field_identifier", definition.getOrDefault("field_identifier", ""));
            field.put("field_type", type);
            if (!LeadDetails.isText(type)) {
                ArrayNode options = field.putArray("field_value");
                LeadDetails.options(definition)
                        .forEach(option -> options.addObject()
                                .put("option_id", String.valueOf(options.size()))
                                .put("option_value", option));
            }
        });
        return fields;
    }

    /** Sets fields of a lead; {@code null} takes the lead away altogether. */
    void change(ObjectNode lead, @Nullable JsonNode fields) {
        if (fields == null) {
            leads.remove(lead.path("id").asText());
        } else {
            fields.properties().forEach(field -> lead.set(field.getKey(), field.getValue()));
        }
    }

    void restore(JsonNode saved) {
        leads.clear();
        saved.forEach(lead -> leads.put(lead.path("id").asText(), (ObjectNode) lead));
    }
}
