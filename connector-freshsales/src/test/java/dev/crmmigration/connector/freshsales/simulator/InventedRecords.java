package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Fills an account with invented records, the same ones for the same seed. */
final class InventedRecords {

    private static final List<String> COLOURS =
            List.of("Amber", "Blue", "Copper", "Green", "Ivory", "Jade", "Olive", "Ruby", "Silver", "Teal");
    private static final List<String> TRADES = List.of(
            "Bakery", "Bikes", "Books", "Clinic", "Coaching", "Foundry", "Gardens", "Optics", "Studio", "Works");
    private static final Map<String, MainObject> OBJECTS = Map.of(
            "contacts", MainObject.CONTACT, "sales_accounts", MainObject.SALES_ACCOUNT, "deals", MainObject.DEAL);

    private final Company company;
    private final Account account;
    private final Random random;

    InventedRecords(Company company) {
        this.company = company;
        this.account = company.account();
        this.random = new Random(account.seed());
    }

    /** Adds so many records of each object; returns how many there are now. */
    ObjectNode add(JsonNode amounts) {
        amounts.fieldNames().forEachRemaining(object -> {
            if (!OBJECTS.containsKey(object)) {
                throw new IllegalArgumentException(
                        "records of " + object + " cannot be invented, only of " + Account.SEARCHED);
            }
        });
        ObjectNode present = Json.object();
        for (String object : List.of("sales_accounts", "contacts", "deals")) {
            MainRecords records = company.records(OBJECTS.getOrDefault(object, MainObject.DEAL));
            for (int i = amounts.path(object).asInt(0); i > 0; i--) {
                records.create(given(records.object(), records.table().lastId() + 1));
            }
            present.put(
                    object,
                    records.table().rows().stream()
                            .filter(row -> !row.isDeleted())
                            .count());
        }
        return present;
    }

    private ObjectNode given(MainObject object, long number) {
        ObjectNode given = switch (object) {
            case CONTACT ->
                Json.object()
                        .put("first_name", "Contact " + one(COLOURS))
                        .put("last_name", Long.toString(number))
                        .put("emails", "contact" + number + "@customers.example");
            case SALES_ACCOUNT -> Json.object().put("name", one(COLOURS) + " " + one(TRADES) + " " + number);
            case DEAL ->
                Json.object()
                        .put("name", one(TRADES) + " deal " + number)
                        .put("amount", 100L * (1 + random.nextInt(100)));
        };
        linkAccount(given, object);
        fillRequired(given, object);
        return given;
    }

    private void linkAccount(ObjectNode given, MainObject object) {
        Table accounts = account.table("sales_accounts");
        if (object != MainObject.SALES_ACCOUNT && !accounts.rows().isEmpty()) {
            long first = accounts.rows().iterator().next().id();
            long id = first + random.nextInt((int) (accounts.lastId() - first + 1));
            if (accounts.hasLive(id)) {
                given.put("sales_account_id", id);
            }
        }
    }

    /** Gives a strict tenant's required fields their first choice. */
    private void fillRequired(ObjectNode given, MainObject object) {
        for (ObjectNode field : company.records(object).fields().all()) {
            if (Fields.isCustom(field) && field.path("required").asBoolean(false)) {
                String choice = field.path("choices").path(0).path("value").asText("1");
                given.withObjectProperty("custom_field").put(Fields.name(field), choice);
            }
        }
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
