package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object, its own and those that the company has added.
 *
 * <p>Beside what the API shows, a field knows: {@code unique}; {@code selector} or {@code refers}, where its values come from;
 * {@code phone}, {@code web} and {@code rails}, how its text is checked; {@code rule}, that {@link ObjectRules} handle it.
 */
final class Fields {

    static final List<String> INTERNAL = List.of("unique", "selector", "refers", "phone", "web", "rails", "rule");

    private final Account account;
    private final Table table;
    private long version = -1;
    private List<ObjectNode> present = List.of();

    private Fields(Account account, Table table) {
        this.account = account;
        this.table = table;
    }

    /** Returns the fields of an object such as {@code contacts}. */
    static Fields of(Account account, String plural) {
        return new Fields(account, account.table(tableOf(plural)));
    }

    static String tableOf(String plural) {
        return plural.equals("sales_activities")
                ? "sales_activity_fields"
                : plural.substring(0, plural.length() - 1) + "_fields";
    }

    /** Returns all fields in their order; nobody may change them. */
    List<ObjectNode> all() {
        if (version != table.version()) {
            present = table.allLive();
            version = table.version();
        }
        return present;
    }

    @Nullable
    ObjectNode find(String name) {
        return all().stream()
                .filter(field -> name(field).equals(name))
                .findFirst()
                .orElse(null);
    }

    static String name(JsonNode field) {
        return field.path("name").asText();
    }

    static boolean isCustom(JsonNode field) {
        return !field.path("default").asBoolean(false);
    }

    /** Adds a field that the product itself has. */
    void addStandard(JsonNode description) {
        ObjectNode field = blank(description.path("type").asText("text"));
        field.setAll((ObjectNode) description);
        field.put("default", true);
        table.put(field, account.now());
    }

    /** Adds a field of the company's, within what the plan allows. */
    ObjectNode addCustom(JsonNode description) {
        String type = description.path("type").asText("text");
        requireRoom(type);
        ObjectNode field = blank(type);
        field.put("label", description.path("label").asText(""));
        field.put("name", freeName(field.path("label").asText()));
        field.put("default", false);
        field.put("required", description.path("required").asBoolean(false));
        field.put("unique", description.path("unique").asBoolean(false));
        if (description.path("refers").isTextual()) {
            field.set("refers", description.get("refers"));
        }
        ArrayNode choices = field.putArray("choices");
        description.path("choices").forEach(choice -> addChoice(field, choices, choice.asText()));
        table.put(field, account.now());
        return field;
    }

    private static void addChoice(ObjectNode field, ArrayNode choices, String value) {
        long id = field.path("id").longValue() * 1000 + choices.size() + 1;
        choices.addObject().put("id", id).put("value", value).put("position", choices.size());
    }

    private void requireRoom(String type) {
        FreshsalesSettings settings = account.settings();
        long all = all().stream().filter(Fields::isCustom).count();
        long ofType = all().stream()
                .filter(Fields::isCustom)
                .filter(field -> field.path("type").asText().equals(type))
                .count();
        Plan plan = settings.plan();
        if (settings.isOn(Switch.CAPS) && (all >= plan.fieldsPerObject() || ofType >= plan.fieldsOfType(type))) {
            throw ApiException.invalid("You have reached the limit of custom fields for your plan");
        }
    }

    private ObjectNode blank(String type) {
        ObjectNode field = Json.object();
        field.put("id", table.nextId());
        field.put("type", type);
        field.put("required", false);
        field.put("visible", true);
        field.put("position", all().size() + 1);
        field.putArray("choices");
        return field;
    }

    /** Makes a name as the product does: letters that it does not know are dropped, hyphens stay. */
    private String freeName(String label) {
        String stem = "cf_"
                + label.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "_").replaceAll("[^a-z0-9_-]", "");
        String name = stem;
        for (int number = 1; find(name) != null; number++) {
            name = stem + "_" + number;
        }
        return name;
    }

    /** Returns a field as the API shows it. */
    ObjectNode shown(ObjectNode field) {
        ObjectNode shown = field.deepCopy();
        shown.remove(INTERNAL);
        shown.put("base_model", baseModel());
        shown.put("actionable", true);
        shown.put(
                "quick_add_position",
                field.path("required").asBoolean() ? field.path("position").intValue() : -1);
        shown.putNull("field_group_id");
        shown.putNull("auto_suggest_url");
        shown.put("creatable", false);
        shown.put("multiple", field.path("multiple").asBoolean(false));
        if (field.path("selector").isTextual()) {
            shown.set("choices", choicesOf(field.path("selector").asText()));
        }
        return shown;
    }

    private String baseModel() {
        return switch (table.name()) {
            case "contact_fields" -> "Contact";
            case "sales_account_fields" -> "SalesAccount";
            case "deal_fields" -> "Deal";
            default -> "SalesActivity";
        };
    }

    private ArrayNode choicesOf(String selector) {
        ArrayNode choices = Json.MAPPER.createArrayNode();
        for (ObjectNode row : account.table(selector).allLive()) {
            String value = row.hasNonNull("name")
                    ? row.path("name").asText()
                    : row.path("display_name").asText(row.path("currency_code").asText());
            choices.addObject()
                    .put("id", row.path("id").longValue())
                    .put("value", value)
                    .put("position", choices.size());
        }
        return choices;
    }
}
