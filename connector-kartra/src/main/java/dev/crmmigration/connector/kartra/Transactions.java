package dev.crmmigration.connector.kartra;

import static dev.crmmigration.connector.kartra.CellKind.AMOUNT;
import static dev.crmmigration.connector.kartra.CellKind.BALANCE;
import static dev.crmmigration.connector.kartra.CellKind.MOMENT;
import static dev.crmmigration.connector.kartra.CellKind.NUMBER;
import static dev.crmmigration.connector.kartra.CellKind.WORD;
import static dev.crmmigration.connector.kartra.CellKind.YES_NO;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The transactions: sales, recurring payments, refunds, and events without money. */
final class Transactions implements KartraObject {

    static final ObjectType TYPE = ObjectType.of("transaction");
    static final String KIND = "type";
    static final String REFUND_OF = "refund_of";

    private static final String ID = "id";
    private static final String WORDED_KIND = "transaction_type";

    /** The types of an export of 2026 (348,917 rows), and three of open payments. */
    private static final Set<String> KINDS = Set.of(
            "sale",
            "rebill",
            "refund",
            "partial refund",
            "chargeback",
            "failed",
            "cancellation",
            "request can",
            "revert can",
            "pending",
            "processing",
            "on hold");

    private static final List<KnownField> FIELDS = fieldsInOrder();

    /** The order of the columns in an export of 2026. */
    private static List<KnownField> fieldsInOrder() {
        List<KnownField> all = new ArrayList<>();
        all.add(KnownField.of(WORD, ID, "transaction_id", "order_id"));
        all.add(KnownField.telling(WORD, WORDED_KIND));
        all.add(KnownField.of(MOMENT, "date", "transaction_date"));
        words(all, "product", "price_point");
        all.add(KnownField.of(NUMBER, "quantity"));
        words(all, "seller_username", "buyer_username", "buyer_name", "buyer_company", "sales_tax_id");
        all.add(KnownField.telling(WORD, "buyer_email"));
        words(all, "buyer_country", "buyer_state", "buyer_city", "buyer_zip", "buyer_address", "buyer_phone_country");
        words(all, "buyer_phone", "buyer_ip");
        all.add(KnownField.of(AMOUNT, "amount"));
        all.add(KnownField.telling(AMOUNT, "base_price"));
        all.add(KnownField.of(AMOUNT, "sales_tax"));
        all.add(KnownField.of(AMOUNT, "shipping_cost"));
        words(all, "coupon_code");
        all.add(KnownField.of(AMOUNT, "coupon_discount"));
        all.add(KnownField.telling(AMOUNT, "revenue"));
        words(all, "affiliate_username", "affiliate_name", "affiliate_email");
        all.add(KnownField.of(AMOUNT, "affiliate_revenue"));
        words(all, "jv_username", "jv_name", "jv_email");
        all.add(KnownField.of(AMOUNT, "jv_revenue"));
        all.add(KnownField.of(BALANCE, "your_net_profit"));
        words(all, "tracking_link", "trackingid1", "trackingid2", "landing_page", "processor");
        all.add(KnownField.telling(WORD, "processor_transaction_id"));
        words(all, "processor_subscription_id", "subscription_id", "lead_id", "affiliate_id", "jv_id");
        words(all, "shipping_name", "shipping_address", "shipping_city", "shipping_zip", "shipping_country");
        words(all, "shipping_state");
        all.add(KnownField.of(YES_NO, "trial"));
        all.add(KnownField.of(YES_NO, "automatic_cancellation"));
        all.add(KnownField.of(NUMBER, "subscription_payment_number"));
        all.add(KnownField.telling(YES_NO, "rebill_reattempt"));
        return List.copyOf(all);
    }

    private static void words(List<KnownField> all, String... names) {
        for (String name : names) {
            all.add(KnownField.of(WORD, name));
        }
    }

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public String file() {
        return "transactions";
    }

    @Override
    public List<KnownField> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> made() {
        return Optional.of("date");
    }

    @Override
    public List<List<String>> required() {
        return List.of(List.of(ID), List.of(WORDED_KIND), List.of("amount"));
    }

    @Override
    public Map<String, Derived> derived() {
        return Map.of(
                KIND, new Derived(FieldType.TEXT, WORDED_KIND), REFUND_OF, new Derived(FieldType.TEXT, WORDED_KIND));
    }

    @Override
    public void complete(Row row, KartraSettings settings) {
        String kind = row.text(WORDED_KIND);
        row.put(KIND, kind == null ? null : Words.of(kind));
        Words.check(row, WORDED_KIND, KINDS);
    }

    @Override
    public RowRelations relations() {
        return new TransactionFolds();
    }

    @Override
    public String id(Row row) throws RowRefusedException {
        return row.required(ID);
    }
}
