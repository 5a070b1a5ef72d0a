package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.crmmigration.testkit.simulator.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Deals: name, amount, account and contacts, stage and probability. */
final class DealRules implements ObjectRules {

    /** The largest whole number that every client in JavaScript can hold. */
    private static final BigDecimal MOST = new BigDecimal("9007199254740991");

    private static final int NAME = 255;

    private final Account account;
    private final ToLongFunction<ObjectNode> accountByName;
    private final DealStages stages;

    /**
     * Creates the rules.
     *
     * @param accountByName finds or creates an account for a deal that names it
     */
    DealRules(Account account, ToLongFunction<ObjectNode> accountByName) {
        this.account = account;
        this.accountByName = accountByName;
        this.stages = new DealStages(account);
    }

    @Override
    public void apply(ObjectNode record, ObjectNode given, boolean isNew, Problems problems) {
        if (given.has("name")) {
            record.put("name", given.path("name").asText("").strip());
        }
        if (record.path("name").asText("").length() > NAME) {
            problems.add(Message.LENGTH, "Deal name");
        }
        Tags.apply(record, given);
        applyAmount(record, given.path("amount"), problems);
        applyAccount(record, given, problems);
        addContacts(record, given.path("contacts_added_list"), problems);
        stages.apply(record, given, isNew, problems);
        if (given.has("closed_date") && account.settings().is(Switch.CLOSED_DATE, "writable")) {
            record.set("closed_date", closedDate(given.path("closed_date")));
        }
        if (isNew && !record.hasNonNull("currency_id")) {
            ObjectNode base = account.first("currencies", "currency_type", "1");
            record.put("currency_id", base == null ? 0 : base.path("id").longValue());
        }
    }

    private JsonNode closedDate(JsonNode given) {
        return Times.day(given, account.settings().zone())
                .map(day -> (JsonNode) TextNode.valueOf(day.toString()))
                .orElse(NullNode.instance);
    }

    private static void applyAmount(ObjectNode record, JsonNode given, Problems problems) {
        if (given.isMissingNode()) {
            return;
        }
        if (given.isNull() || given.asText().isBlank()) {
            record.putNull("amount");
            return;
        }
        try {
            BigDecimal amount = new BigDecimal(given.asText().strip());
            if (amount.compareTo(MOST) > 0) {
                problems.add(Message.LENGTH, "Deal value");
            }
            record.put("amount", decimal(amount));
        } catch (NumberFormatException e) {
            problems.add(Message.NO_NUMBER, "Deal value");
        }
    }

    /** Writes a number as the API does: as text with at least one decimal. */
    static String decimal(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
    }

    private void applyAccount(ObjectNode record, ObjectNode given, Problems problems) {
        JsonNode named = given.path("sales_account");
        JsonNode id = named.path("id").isMissingNode() ? given.path("sales_account_id") : named.path("id");
        if (id.isMissingNode() && named.path("name").isTextual()) {
            record.put("sales_account_id", accountByName.applyAsLong((ObjectNode) named));
        } else if (id.isNull()) {
            record.putNull("sales_account_id");
        } else if (!id.isMissingNode()) {
            if (account.table("sales_accounts").hasLive(id.asLong(0))) {
                record.put("sales_account_id", id.asLong());
            } else {
                problems.add(Message.NO_REFERENCE, "Account");
            }
        }
    }

    private void addContacts(ObjectNode record, JsonNode added, Problems problems) {
        Set<Long> ids = new LinkedHashSet<>();
        record.path("contact_ids").forEach(id -> ids.add(id.longValue()));
        for (JsonNode contact : added) {
            long id = contact.asLong(0);
            if (account.table("contacts").hasLive(id)) {
                ids.add(id);
            } else {
                problems.add(Message.NO_REFERENCE, "Contact");
            }
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        ids.forEach(list::add);
        record.set("contact_ids", list);
    }

    @Override
    public void show(ObjectNode shown) {
        BigDecimal amount = new BigDecimal(shown.path("amount").asText("0").replace("null", "0"));
        ObjectNode currency =
                account.table("currencies").live(shown.path("currency_id").asLong(0));
        BigDecimal rate = new BigDecimal(
                currency == null ? "1" : currency.path("exchange_rate").asText("1"));
        shown.put("base_currency_amount", decimal(amount.multiply(rate)));
        BigDecimal chance =
                BigDecimal.valueOf(shown.path("probability").asLong(0)).movePointLeft(2);
        shown.put("expected_deal_value", decimal(amount.multiply(chance)));
        long days = Times.moment(
                        shown.path("stage_updated_time"), account.settings().zone())
                .map(moment -> LocalDate.ofInstant(moment, account.settings().zone()))
                .map(day ->
                        LocalDate.ofInstant(account.now(), account.settings().zone())
                                        .toEpochDay()
                                - day.toEpochDay())
                .orElse(0L);
        shown.put("age", days).put("has_products", false).putNull("rotten_days");
        shown.remove("contact_ids");
    }
}
