package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The products attached to deals. The value of a deal follows them. */
final class DealLines implements Editable {

    private static final int MAX_RECURRING = 20;
    private static final int YEARS = 10;
    private static final int ORDER_STEP = 10;

    private final Account account;
    private final Table table;
    private final DealTotals totals;

    DealLines(Account account) {
        this.account = account;
        this.table = account.table("dealProducts");
        this.totals = new DealTotals(account);
    }

    /** Returns the products attached to a deal. */
    List<ObjectNode> of(long deal) {
        return totals.lines(deal);
    }

    /** Checks the parameters of a new line. */
    void check(ObjectNode given) {
        shape().required("product_id", Rules.INTEGER)
                .required("item_price", Rules.NUMBER)
                .required("quantity", Rules.NUMBER)
                .check(given);
    }

    private Shape shape() {
        Shape shape = new Shape()
                .optional("product_id", Rules.INTEGER)
                .optional("item_price", Rules.NUMBER)
                .optional("quantity", Rules.NUMBER)
                .optional("tax", Rules.NUMBER)
                .optional("comments", Rules.TEXT)
                .optional("discount", Rules.NUMBER)
                .optional("is_enabled", Rules.BOOLEAN)
                .optional("tax_method", Rules.oneOf(Set.of("exclusive", "inclusive", "none")))
                .optional("discount_type", Rules.oneOf(Set.of("percentage", "amount")))
                .optional("product_variation_id", Rules.INTEGER.orNull())
                .optional("billing_start_date", this::checkStart);
        return Billing.shape(account, shape);
    }

    private void checkStart(String parameter, JsonNode value, Checks checks) {
        if (value.isNull()) {
            return;
        }
        Checks own = new Checks();
        Rules.DATE_ONLY.check(parameter, value, own);
        Rules.DATE_ONLY.check(parameter, value, checks);
        own.finish();
        LocalDate today = LocalDate.ofInstant(account.clock().now(), ZoneOffset.UTC);
        LocalDate start = LocalDate.parse(value.textValue());
        if (start.isBefore(today.minusYears(YEARS)) || start.isAfter(today.plusYears(YEARS))) {
            checks.add(parameter, "This value must be between 10 years in the past and 10 years in the future.");
        }
    }

    /** Attaches a product to the deal that {@code deal_id} names. */
    @Override
    public Row create(ObjectNode members) {
        long deal = members.path("deal_id").asLong(0);
        account.requireReference("deal_id", "deals", deal);
        ObjectNode given = members.deepCopy();
        given.remove("deal_id");
        check(given);
        return live(add(deal, List.of(given)).get(0).path("id").longValue());
    }

    @Override
    public Row update(long id, ObjectNode given) {
        change(live(id).record(), given);
        return live(id);
    }

    @Override
    public void delete(long id) {
        delete(live(id).record());
    }

    private Row live(long id) {
        Row row = table.findLive(id);
        if (row == null) {
            throw ApiException.notFound();
        }
        return row;
    }

    /** Attaches checked lines to a deal, all or none. */
    List<ObjectNode> add(long deal, List<ObjectNode> given) {
        ObjectNode parent = account.record("deals", deal);
        List<ObjectNode> present = of(deal);
        List<ObjectNode> added = new ArrayList<>();
        for (ObjectNode one : given) {
            ObjectNode line = blank(deal, table.lastId() + 1 + added.size());
            line.put("order_nr", (long) ORDER_STEP * (present.size() + added.size() + 1));
            line.set("currency", parent.get("currency"));
            apply(line, one);
            added.add(line);
        }
        requireFewRecurring(present, added);
        added.forEach(line -> table.put(line, 0));
        totals.refresh(deal);
        return added;
    }

    private ObjectNode blank(long deal, long id) {
        ObjectNode line = Json.object().put("id", id);
        line.put("sum", 0).put("tax", 0).put("deal_id", deal);
        line.putNull("name").putNull("product_id").putNull("product_variation_id");
        line.putNull("order_nr");
        line.put("add_time", account.now()).put("update_time", account.now());
        line.put("comments", "").putNull("currency");
        line.put("discount", 0).put("discount_type", "percentage");
        line.put("quantity", 1).put("item_price", 0);
        line.put("tax_method", "none").put("is_enabled", true);
        Billing.blank(line);
        return line.putNull("billing_start_date");
    }

    private void apply(ObjectNode line, ObjectNode parameters) {
        Parameters given = new Parameters(account, line, parameters);
        given.reference("product_id", "products");
        ObjectNode product = account.record("products", line.path("product_id").longValue());
        if (given.has("product_id") && !product.path("is_linkable").booleanValue()) {
            throw ApiException.badRequest("The product cannot be added to deals");
        }
        line.set("name", product.get("name"));
        given.copy("comments", "is_enabled", "tax_method", "discount_type", "billing_start_date");
        for (String number : List.of("item_price", "quantity", "tax", "discount")) {
            if (given.has(number)) {
                line.set(number, Numbers.asDouble(given.get(number)));
            }
        }
        setVariation(line, given);
        Billing.apply(line, given);
        requireNoInstallments(line);
        line.set("sum", totals.sum(line));
    }

    private void setVariation(ObjectNode line, Parameters given) {
        if (!given.has("product_variation_id")) {
            return;
        }
        given.reference("product_variation_id", "productVariations");
        if (given.hasValue("product_variation_id")) {
            long variation = given.get("product_variation_id").longValue();
            long product = account.record("productVariations", variation)
                    .path("product_id")
                    .longValue();
            if (product != line.path("product_id").longValue()) {
                throw ApiException.badRequest("The variation does not belong to the product");
            }
        }
    }

    private void requireNoInstallments(ObjectNode line) {
        boolean recurs = line.path("is_enabled").booleanValue() && Billing.isRecurring(line);
        if (recurs && totals.hasInstallments(line.path("deal_id").longValue())) {
            throw ApiException.badRequest("A deal with installments cannot have recurring products");
        }
    }

    private static void requireFewRecurring(List<ObjectNode> present, List<ObjectNode> added) {
        long recurring = present.stream().filter(Billing::isRecurring).count()
                + added.stream().filter(Billing::isRecurring).count();
        if (recurring > MAX_RECURRING) {
            throw ApiException.badRequest("A deal can have at most " + MAX_RECURRING + " recurring products");
        }
    }

    /** Changes a line, checked as a request of a client is. */
    ObjectNode change(ObjectNode line, ObjectNode given) {
        shape().check(given);
        apply(line, given);
        long deal = line.path("deal_id").longValue();
        List<ObjectNode> others = of(deal);
        others.removeIf(other -> other.path("id").equals(line.path("id")));
        requireFewRecurring(others, List.of(line));
        requireEnabled(deal, others, line);
        line.put("update_time", account.now());
        table.put(line, 0);
        totals.refresh(deal);
        return line;
    }

    private void requireEnabled(long deal, List<ObjectNode> others, ObjectNode line) {
        boolean someEnabled = line.path("is_enabled").booleanValue()
                || others.stream().anyMatch(other -> other.path("is_enabled").booleanValue());
        if (!someEnabled && totals.hasInstallments(deal)) {
            throw ApiException.badRequest("The last product of a deal with installments cannot be disabled");
        }
    }

    void delete(ObjectNode line) {
        table.put(line.put("is_deleted", true).put("update_time", account.now()), 0);
        totals.refresh(line.path("deal_id").longValue());
    }
}
