package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Takes values over as their fields say. What is wrong is refused or, as the product does with dates and phone numbers, dropped without
 * a word.
 */
final class Values {

    // Support article 50000002390, "custom-field limits"; names of the product's own fields end at 255.
    private static final int TEXT = 256;
    private static final int NAME = 255;
    private static final int PARAGRAPH = 10_000;
    private static final int PHONE = 30;

    private final Account account;
    private final FreshsalesSettings settings;
    private final Fields fields;
    private final Problems problems;

    Values(Account account, Fields fields, Problems problems) {
        this.account = account;
        this.settings = account.settings();
        this.fields = fields;
        this.problems = problems;
    }

    /** Takes over all fields but those that have rules of their own. */
    void apply(ObjectNode record, ObjectNode given) {
        for (ObjectNode field : fields.all()) {
            String name = Fields.name(field);
            if (Fields.isCustom(field)) {
                applyTo(
                        record.withObjectProperty("custom_field"),
                        field,
                        given.path("custom_field").path(name));
            } else if (!field.path("rule").asBoolean(false)) {
                applyTo(record, field, given.path(name));
            }
        }
        given.path("custom_field").fieldNames().forEachRemaining(this::requireKnown);
    }

    private void requireKnown(String name) {
        if (fields.find(name) == null && settings.is(Switch.UNKNOWN_CUSTOM_FIELD, "reject")) {
            problems.add(Message.UNKNOWN_FIELD);
        }
    }

    private void applyTo(ObjectNode target, ObjectNode field, JsonNode value) {
        if (value.isMissingNode() || field.path("type").asText().equals("formula")) {
            return;
        }
        boolean isBlank =
                value.isNull() || (value.isTextual() && value.textValue().isBlank());
        Optional<JsonNode> taken = isBlank ? Optional.of(NullNode.instance) : taken(field, value);
        taken.ifPresent(accepted -> target.set(Fields.name(field), accepted));
    }

    /** Returns what is stored; nothing if the value that is there stays. */
    private Optional<JsonNode> taken(ObjectNode field, JsonNode value) {
        if (field.path("selector").isTextual()) {
            return reference(field, field.path("selector").asText(), value);
        }
        if (field.path("refers").isTextual()) {
            return reference(field, field.path("refers").asText(), value);
        }
        return switch (field.path("type").asText()) {
            case "number", "decimal" -> number(field, value);
            case "checkbox" ->
                Optional.of(JsonNodeFactory.instance.booleanNode(
                        value.asBoolean(value.asText().equals("1"))));
            case "date" ->
                Optional.of(Times.day(value, settings.zone())
                        .map(day -> (JsonNode) TextNode.valueOf(day.toString()))
                        .orElse(NullNode.instance));
            case "multi_select_dropdown" -> new Choices(settings, field, problems).several(value);
            case "dropdown", "radio" ->
                field.path("rails").asBoolean(false) ? zone(value) : new Choices(settings, field, problems).one(value);
            default -> text(field, value.isContainerNode() ? value.toString() : value.asText());
        };
    }

    private Optional<JsonNode> zone(JsonNode value) {
        if (!RailsZones.knows(value.asText())) {
            problems.add(Message.NO_ZONE);
        }
        return Optional.of(value);
    }

    private Optional<JsonNode> reference(ObjectNode field, String object, JsonNode value) {
        if (!account.table(object).hasLive(value.asLong(0))) {
            problems.add(Message.NO_REFERENCE, label(field));
            return Optional.empty();
        }
        return Optional.of(JsonNodeFactory.instance.numberNode(value.asLong()));
    }

    private Optional<JsonNode> number(ObjectNode field, JsonNode value) {
        try {
            BigDecimal number = new BigDecimal(value.asText().strip());
            int places = Math.max(0, number.stripTrailingZeros().scale());
            if (Fields.isCustom(field) && (number.precision() - number.scale() > 11 || places > 4)) {
                problems.add(Message.LENGTH, label(field));
            }
            return Optional.of(JsonNodeFactory.instance.numberNode(number));
        } catch (NumberFormatException e) {
            problems.add(Message.NO_NUMBER, label(field));
            return Optional.empty();
        }
    }

    private Optional<JsonNode> text(ObjectNode field, String text) {
        int most = field.path("type").asText().equals("paragraph") ? PARAGRAPH : Fields.isCustom(field) ? TEXT : NAME;
        boolean isPhone = field.path("phone").asBoolean(false);
        if (text.length() > (isPhone ? PHONE : most)) {
            problems.add(Message.LENGTH, label(field));
        }
        if (isPhone && !isPhoneNumber(text)) {
            return Optional.of(NullNode.instance);
        }
        if (field.path("web").asBoolean(false) && !isWebsite(text)) {
            problems.add(Message.FORMAT, Fields.name(field));
        }
        return Optional.of(TextNode.valueOf(text));
    }

    private static boolean isPhoneNumber(String text) {
        return text.matches("[+0-9 ()./x-]+")
                && text.chars().filter(Character::isDigit).count() >= 3;
    }

    private static boolean isWebsite(String text) {
        return text.matches("(?i)(https?://)?[\\p{L}0-9-]+(\\.[\\p{L}0-9-]+)+(:\\d+)?([/?#]\\S*)?");
    }

    /** Refuses what the tenant requires and is not there; of an update only what it empties. */
    void requireAll(ObjectNode record, ObjectNode given, boolean isNew) {
        for (ObjectNode field : fields.all()) {
            if (field.path("required").asBoolean(false) && (isNew || isGiven(field, given)) && isEmpty(field, record)) {
                boolean isEmail = Fields.name(field).equals("emails");
                problems.add(isEmail ? Message.EMAIL_MISSING : Message.MISSING, label(field));
            }
        }
    }

    private static boolean isGiven(ObjectNode field, ObjectNode given) {
        String name = Fields.name(field);
        return Fields.isCustom(field)
                ? given.path("custom_field").has(name)
                : given.has(name) || (name.equals("emails") && given.has("email"));
    }

    private static boolean isEmpty(ObjectNode field, ObjectNode record) {
        JsonNode value = Fields.isCustom(field)
                ? record.path("custom_field").path(Fields.name(field))
                : record.path(Fields.name(field));
        return value.isMissingNode()
                || value.isNull()
                || (value instanceof ArrayNode list && list.isEmpty())
                || (value.isTextual() && value.textValue().isBlank());
    }

    static String label(ObjectNode field) {
        return field.path("label").asText();
    }
}
