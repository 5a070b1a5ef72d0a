package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The prices of a product or of one of its variations: at most one per currency. */
final class Prices {

    private final Account account;
    private final String ownerMember;

    /**
     * Creates the rules.
     *
     * @param ownerMember by which a price names what it belongs to
     */
    Prices(Account account, String ownerMember) {
        this.account = account;
        this.ownerMember = ownerMember;
    }

    void check(String parameter, JsonNode prices, Checks checks) {
        Rules.listOf(Rules.objectOf(Map.of(
                        "currency",
                        this::checkCurrency,
                        "price",
                        Rules.NUMBER,
                        "cost",
                        Rules.NUMBER,
                        "direct_cost",
                        Rules.NUMBER.orNull(),
                        "notes",
                        Rules.TEXT.orNull(),
                        ownerMember,
                        Rules.INTEGER)))
                .check(parameter, prices, checks);
        Set<String> currencies = new HashSet<>();
        for (JsonNode price : prices) {
            for (String member : Set.of("currency", "price")) {
                if (price.isObject() && !price.has(member)) {
                    checks.add(parameter + "." + member, "This field is missing.");
                }
            }
            if (!currencies.add(price.path("currency").asText(""))) {
                checks.add(parameter, "There can only be one price per currency.");
            }
        }
    }

    private void checkCurrency(String parameter, JsonNode value, Checks checks) {
        Rules.TEXT.check(parameter, value, checks);
        if (value.isTextual() && !account.hasCurrency(value.textValue())) {
            checks.add(parameter, "This value is not a valid currency.");
        }
    }

    /** Returns the list as it is stored; a list that was not sent is one price of 0 in the user's currency. */
    ArrayNode stored(JsonNode given, long owner, boolean directCostIsZero) {
        ArrayNode stored = Json.MAPPER.createArrayNode();
        if (given.isMissingNode()) {
            ObjectNode price = stored.addObject().put(ownerMember, owner).put("price", 0);
            price.set("currency", account.tokenUser().get("default_currency"));
            price.put("cost", 0);
            price.set("direct_cost", Json.MAPPER.getNodeFactory().nullNode());
            if (directCostIsZero) {
                price.put("direct_cost", 0);
            }
            price.put("notes", "");
            return stored;
        }
        for (JsonNode one : given) {
            ObjectNode price = stored.addObject().put(ownerMember, owner);
            price.set("price", Numbers.asDouble(one.path("price")));
            price.set("currency", one.get("currency"));
            price.set("cost", Numbers.asDouble(one.path("cost")));
            boolean hasDirectCost = one.hasNonNull("direct_cost");
            price.set("direct_cost", hasDirectCost ? Numbers.asDouble(one.path("direct_cost")) : null);
            price.put("notes", one.path("notes").asText(""));
        }
        return stored;
    }
}
