package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Products of v2. */
final class Products implements Entity {

    private static final List<String> TEXTS = List.of("code", "description", "unit");

    private final Account account;
    private final CustomFields customFields;
    private final Prices prices;

    Products(Account account) {
        this.account = account;
        this.customFields = new CustomFields(account, account.catalog("productFields"));
        this.prices = new Prices(account, "product_id");
    }

    @Override
    public Table table() {
        return account.table("products");
    }

    @Override
    public Shape creation() {
        return shape().required("name", Rules.name(255));
    }

    @Override
    public Shape update() {
        return shape().optional("name", Rules.name(255));
    }

    private Shape shape() {
        Shape shape = new Shape()
                .optional("code", Rules.text(255).orNull())
                .optional("description", Rules.TEXT.orNull())
                .optional("unit", Rules.text(255).orNull())
                .optional("tax", Rules.NUMBER)
                .optional("category", this::checkCategory)
                .optional("owner_id", Rules.INTEGER)
                .optional("is_linkable", Rules.BOOLEAN)
                .optional("visible_to", Rules.VISIBILITY)
                .optional("prices", prices::check)
                .optional("custom_fields", customFields::check);
        return Billing.shape(account, shape);
    }

    private void checkCategory(String parameter, JsonNode value, Checks checks) {
        Field categories = customFields.catalog().find("category");
        if (value.isNull()) {
            return;
        }
        if (categories == null || !categories.hasOption(value)) {
            checks.add(parameter, "The value you selected is not a valid choice.");
        }
    }

    @Override
    public ObjectNode blank(long id) {
        ObjectNode record = Json.object();
        record.put("id", id);
        record.putNull("name");
        TEXTS.forEach(text -> record.put(text, ""));
        record.put("tax", 0);
        record.putNull("category");
        record.put("is_linkable", true);
        record.put("is_deleted", false);
        record.put("visible_to", 3);
        record.put("owner_id", account.tokenUserId());
        record.put("add_time", account.now());
        record.put("update_time", account.now());
        Billing.blank(record);
        record.putArray("prices");
        record.putObject("custom_fields");
        return record;
    }

    @Override
    public void apply(ObjectNode record, ObjectNode parameters, boolean isNew) {
        Parameters given = new Parameters(account, record, parameters);
        given.reference("owner_id", "users");
        given.copy("name", "is_linkable", "visible_to");
        for (String text : TEXTS) {
            if (given.has(text)) {
                record.put(text, given.get(text).asText(""));
            }
        }
        if (given.has("tax")) {
            record.set("tax", Numbers.asDouble(given.get("tax")));
        }
        if (given.has("category")) {
            record.put("category", category(given.get("category")));
        }
        Billing.apply(record, given);
        if (isNew || given.has("prices")) {
            record.set(
                    "prices",
                    prices.stored(given.get("prices"), record.path("id").longValue(), false));
        }
        customFields.apply(record, parameters.path("custom_fields"));
    }

    /** A category is sent as a number and shown as text: its label or its number. */
    private @Nullable String category(JsonNode id) {
        Field categories = customFields.catalog().find("category");
        ObjectNode option = categories == null ? null : categories.option(id.asLong());
        if (option == null) {
            return null;
        }
        return account.settings().answer(Switch.PRODUCT_CATEGORY).equals("id")
                ? id.asText()
                : option.path("label").asText();
    }

    /** Adds a product like another one, with its prices and custom fields. */
    Row duplicate(ObjectNode original) {
        ObjectNode copy = original.deepCopy();
        long id = table().nextId();
        copy.put("id", id);
        for (JsonNode price : (ArrayNode) copy.path("prices")) {
            ((ObjectNode) price).put("product_id", id);
        }
        copy.put("add_time", account.now());
        copy.put("update_time", account.now());
        return table().put(copy, customFields.catalog().removals());
    }

    @Override
    public Map<String, String> filters() {
        return Map.of("owner_id", "owner_id");
    }

    @Override
    public Set<String> sortable() {
        return Set.of("id", "name", "update_time", "add_time");
    }

    @Override
    public Set<String> listParameters() {
        return Set.of("filter_id", "ids", "updated_since", "custom_fields");
    }

    @Override
    public int createdStatus() {
        return 201;
    }

    @Override
    public CustomFields customFields() {
        return customFields;
    }
}
