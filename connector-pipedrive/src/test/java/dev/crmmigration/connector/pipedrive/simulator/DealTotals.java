package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a deal is worth by the products that are attached to it, less the discounts of the whole deal. */
final class DealTotals {

    private static final int MONTHS = 12;
    private static final double CENTS = 100;

    private final Account account;

    DealTotals(Account account) {
        this.account = account;
    }

    List<ObjectNode> lines(long deal) {
        return children("dealProducts", deal);
    }

    private List<ObjectNode> children(String object, long deal) {
        List<ObjectNode> found = new ArrayList<>();
        for (long id : account.table(object).withKey("deal_id", deal).toArray()) {
            found.add(account.record(object, id));
        }
        return found;
    }

    boolean hasLines(long deal) {
        return account.table("dealProducts").withKey("deal_id", deal).size() > 0;
    }

    boolean hasInstallments(long deal) {
        return account.table("installments").withKey("deal_id", deal).size() > 0;
    }

    /** Returns what a line is worth. Whether a tax that comes on top counts is a switch. */
    JsonNode sum(JsonNode line) {
        double gross =
                line.path("item_price").doubleValue() * line.path("quantity").doubleValue();
        double sum = less(
                gross,
                line.path("discount_type").asText(),
                line.path("discount").doubleValue());
        boolean addsTax = line.path("tax_method").asText("").equals("exclusive")
                && account.settings().isOn(Switch.TAX_IN_SUMS);
        return rounded(addsTax ? sum * (1 + line.path("tax").doubleValue() / 100) : sum);
    }

    private static double less(double amount, String type, double discount) {
        return type.equals("percentage") ? amount * (1 - discount / 100) : amount - discount;
    }

    private static JsonNode rounded(double amount) {
        return Numbers.asDouble(DoubleNode.valueOf(Math.round(amount * CENTS) / CENTS));
    }

    /** Brings the values of a deal into line with its products. A deal that has none left keeps its value. */
    void refresh(long id) {
        ObjectNode deal = account.record("deals", id);
        if (hasLines(id)) {
            derive(deal);
        } else {
            List.of("acv", "arr", "mrr").forEach(member -> deal.set(member, NullNode.getInstance()));
        }
        deal.put("update_time", account.now());
        account.table("deals").put(deal, account.catalog("dealFields").removals());
    }

    /** Sets the values of a deal that has products. */
    void derive(ObjectNode deal) {
        double oneTime = 0;
        double recurring = 0;
        double yearly = 0;
        double firstYear = 0;
        for (ObjectNode line : lines(deal.path("id").longValue())) {
            double sum =
                    line.path("is_enabled").booleanValue() ? line.path("sum").doubleValue() : 0;
            int perYear = Billing.perYear(line);
            if (perYear == 0) {
                oneTime += sum;
            } else {
                int cycles = line.path("billing_frequency_cycles").asInt(perYear);
                recurring += sum * line.path("billing_frequency_cycles").asInt(1);
                yearly += sum * perYear;
                firstYear += sum * Math.min(cycles, perYear);
            }
        }
        deal.set("value", rounded(discounted(deal.path("id").longValue(), oneTime) + recurring));
        boolean recurs = yearly > 0;
        deal.set("arr", recurs ? rounded(yearly) : NullNode.getInstance());
        deal.set("mrr", recurs ? rounded(yearly / MONTHS) : NullNode.getInstance());
        deal.set("acv", recurs ? rounded(firstYear + oneTime) : NullNode.getInstance());
    }

    /** Discounts of the deal apply to its one-time products (OpenAPI v2). */
    private double discounted(long deal, double amount) {
        double rest = amount;
        for (ObjectNode discount : children("discounts", deal)) {
            rest = less(
                    rest,
                    discount.path("type").asText(),
                    discount.path("amount").doubleValue());
        }
        return Math.max(0, rest);
    }
}
