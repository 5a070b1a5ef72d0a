package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;

/** Sales accounts: the name, the size by steps, the family of companies. */
final class AccountRules implements ObjectRules {

    private static final int NAME = 255;

    /** The lower ends of the steps in which the number of employees is kept. */
    private static final long[] STEPS = {10_001, 5_001, 1_001, 501, 201, 51, 11, 1, 0};

    private final Account account;

    AccountRules(Account account) {
        this.account = account;
    }

    @Override
    public void apply(ObjectNode record, ObjectNode given, boolean isNew, Problems problems) {
        if (given.has("name")) {
            record.put("name", given.path("name").asText("").strip());
        }
        if (record.path("name").asText("").length() > NAME) {
            problems.add(Message.LENGTH, "name");
        }
        Tags.apply(record, given);
        if (given.has("number_of_employees")) {
            applySize(record, given.path("number_of_employees"), problems);
        }
        if (record.path("parent_sales_account_id").asLong(0)
                == record.path("id").longValue()) {
            problems.add(Message.NO_REFERENCE, "Parent account");
        }
    }

    private static void applySize(ObjectNode record, JsonNode given, Problems problems) {
        if (given.isNull()) {
            record.putNull("number_of_employees");
            return;
        }
        if (!given.asText().matches("\\d{1,12}")) {
            problems.add(Message.NO_NUMBER, "Number of employees");
            return;
        }
        for (long step : STEPS) {
            if (given.asLong() >= step) {
                record.put("number_of_employees", step);
                return;
            }
        }
    }

    // Support article 50000002562: links to deals and child accounts do not come back when the account does.
    @Override
    public void removed(ObjectNode record, boolean isForgotten) {
        long id = record.path("id").longValue();
        for (ObjectNode deal : account.table("deals").liveWithKey(Keys.of("sales_account_id", id))) {
            account.put("deals", deal.putNull("sales_account_id"));
        }
        for (ObjectNode child : account.table("sales_accounts").liveWithKey(Keys.of("parent_sales_account_id", id))) {
            account.put("sales_accounts", child.putNull("parent_sales_account_id"));
        }
        if (!isForgotten) {
            return;
        }
        for (ObjectNode contact : account.table("contacts").liveWithKey(Keys.of("sales_accounts", id))) {
            account.put("contacts", contact.set("sales_accounts", without(contact.path("sales_accounts"), id)));
        }
    }

    private static ArrayNode without(JsonNode links, long id) {
        ArrayNode rest = Json.MAPPER.createArrayNode();
        links.forEach(link -> {
            if (link.path("id").longValue() != id) {
                rest.add(link);
            }
        });
        if (!rest.isEmpty()) {
            ((ObjectNode) rest.get(0)).put("is_primary", true);
        }
        return rest;
    }

    @Override
    public void show(ObjectNode shown) {
        shown.put("open_deals_amount", "0.0").put("won_deals_amount", "0.0").putNull("last_contacted");
    }
}
