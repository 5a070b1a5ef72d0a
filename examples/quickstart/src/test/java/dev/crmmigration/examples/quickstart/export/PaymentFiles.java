package dev.crmmigration.examples.quickstart.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Transactions, subscriptions and affiliates as they were exported. */
final class PaymentFiles {

    private static final int FIRST_TRANSACTION = 500_001;
    private static final String NONE = "N/A";
    private static final String NO_DATE = "0000-00-00 00:00:00";
    private static final BigDecimal AFFILIATE_SHARE = new BigDecimal("0.30");
    private static final BigDecimal PAID_SHARE = new BigDecimal("0.70");

    private static final List<String> COLUMNS = List.of(("ID,Transaction_Type,Date,Product,Price_point,Quantity,"
                    + "Seller_username,Buyer_Username,Buyer_Name,Buyer_Company,Sales_Tax_ID,Buyer_Email,Buyer_Country,"
                    + "Buyer_State,Buyer_City,Buyer_ZIP,Buyer_Address,Buyer_Phone_Country,Buyer_Phone,Buyer_IP,"
                    + "Amount (USD),Base_Price (USD),Sales_tax (USD),Shipping_cost (USD),Coupon_code,"
                    + "Coupon_discount (USD),Revenue (USD),Affiliate_Username,Affiliate_Name,Affiliate_Email,"
                    + "Affiliate_Revenue (USD),JV_Username,JV_Name,JV_Email,JV_Revenue (USD),Your_Net_Profit (USD),"
                    + "Tracking_link,TrackingID1,TrackingID2,Landing_page,Processor,Processor_transaction_id,"
                    + "Processor_subscription_id,subscription_id,lead_id,affiliate_id,jv_id,Shipping_Name,"
                    + "Shipping_Address,Shipping_City,Shipping_ZIP,Shipping_Country,Shipping_State,Trial,"
                    + "Automatic_Cancellation,Subscription_payment_number,Rebill_reattempt")
            .split(",", -1));

    private final List<Payment> payments;
    private final AffiliatePool affiliates;

    PaymentFiles(PaymentPool payments, AffiliatePool affiliates) {
        this.payments = payments.all();
        this.affiliates = affiliates;
    }

    byte[] transactions() {
        CsvText csv = new CsvText(COLUMNS, "\n");
        for (int number = 0; number < payments.size(); number++) {
            Payment payment = payments.get(number);
            Map<String, String> row = new LinkedHashMap<>();
            row.put("ID", Integer.toString(FIRST_TRANSACTION + number));
            what(row, payment);
            who(row, payment.buyer().contact(), payment);
            money(row, payment);
            affiliate(row, payment);
            csv.row(row);
        }
        return csv.bytes(StandardCharsets.UTF_8);
    }

    private static void what(Map<String, String> row, Payment payment) {
        boolean isPayPal = payment.processed().startsWith("PP-");
        String subscription = payment.subscription().orElse(NONE);
        row.put("Transaction_Type", payment.type());
        row.put("Date", Contact.MOMENT.format(payment.date()));
        row.put("Product", payment.offer().product());
        row.put("Price_point", payment.offer().pricePoint());
        row.put("Quantity", "1");
        row.put("Seller_username", "harbourlane");
        row.put("Processor", isPayPal ? "PayPal" : "Stripe");
        row.put("Processor_transaction_id", payment.processed());
        row.put("Processor_subscription_id", payment.subscription().isPresent() ? "sub_" + subscription : NONE);
        row.put("subscription_id", subscription);
        row.put("lead_id", payment.buyer().leadId());
        row.put("jv_id", NONE);
        row.put("Trial", "No");
        row.put("Automatic_Cancellation", payment.automatic() ? "Yes" : "No");
        row.put("Subscription_payment_number", payment.number() == 0 ? NONE : Integer.toString(payment.number()));
        row.put("Rebill_reattempt", payment.type().equals("Failed") ? "1" : "0");
    }

    private static void who(Map<String, String> row, Contact contact, Payment payment) {
        row.put("Buyer_Name", contact.name());
        row.put("Buyer_Company", contact.column("company"));
        row.put("Buyer_Email", payment.number() % 3 == 1 ? contact.email().toUpperCase(Locale.ROOT) : contact.email());
        row.put("Buyer_Country", contact.column("country"));
        row.put("Buyer_State", contact.column("state"));
        row.put("Buyer_City", contact.column("city"));
        row.put("Buyer_ZIP", contact.column("zip"));
        row.put("Buyer_Address", contact.column("address"));
        row.put("Buyer_Phone_Country", contact.column("phone_country_code"));
        row.put("Buyer_Phone", contact.column("phone"));
        row.put("Buyer_IP", contact.column("ip"));
    }

    private static void money(Map<String, String> row, Payment payment) {
        for (String column : COLUMNS) {
            if (column.endsWith("(USD)")) {
                row.put(column, "0.00");
            }
        }
        String amount = payment.amount().toPlainString();
        row.put("Amount (USD)", amount);
        row.put("Base_Price (USD)", amount);
        row.put("Revenue (USD)", amount);
        row.put("Your_Net_Profit (USD)", amount);
    }

    private void affiliate(Map<String, String> row, Payment payment) {
        row.put("affiliate_id", NONE);
        affiliates.of(payment).ifPresent(affiliate -> {
            BigDecimal share = share(payment);
            row.put("affiliate_id", affiliate.id());
            row.put("Affiliate_Username", affiliate.username());
            row.put("Affiliate_Name", affiliate.contact().name());
            row.put("Affiliate_Email", affiliate.contact().email());
            row.put("Affiliate_Revenue (USD)", share.toPlainString());
            row.put("Your_Net_Profit (USD)", payment.amount().subtract(share).toPlainString());
        });
    }

    private static BigDecimal share(Payment payment) {
        return payment.amount().multiply(AFFILIATE_SHARE).setScale(2, RoundingMode.HALF_UP);
    }

    byte[] subscriptions(SubscriptionPool subscriptions) {
        CsvText csv = new CsvText(
                List.of(("subscription_id,lead_id,lead_email,product_id,product_name,price_point,status,start_date,"
                                + "end_date,current_installment,installments_left,recurring_period,next_payment_date,"
                                + "next_payment_amount (USD),affiliate,jv")
                        .split(",", -1)),
                "\n");
        subscriptions.all().forEach(subscription -> csv.row(row(subscription)));
        return csv.bytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> row(Subscription subscription) {
        boolean isActive = subscription.state() == Subscription.State.ACTIVE;
        Map<String, String> row = new LinkedHashMap<>();
        row.put("subscription_id", subscription.id());
        row.put("lead_id", subscription.buyer().leadId());
        row.put("lead_email", subscription.buyer().contact().email());
        row.put("product_id", Integer.toString(40 + subscription.months()));
        row.put("product_name", subscription.offer().product());
        row.put("price_point", subscription.offer().pricePoint());
        row.put("status", subscription.state().word());
        row.put("start_date", Contact.MOMENT.format(subscription.start()));
        row.put(
                "end_date",
                subscription.isOver()
                        ? Contact.MOMENT.format(subscription.lastPayment().plusDays(25))
                        : NO_DATE);
        row.put("current_installment", Integer.toString(subscription.payments() + 1));
        row.put("installments_left", subscription.isOver() ? "0" : "Until cancelled");
        row.put("recurring_period", subscription.period());
        row.put("next_payment_date", isActive ? Contact.MOMENT.format(subscription.nextPayment()) : NO_DATE);
        row.put(
                "next_payment_amount (USD)",
                isActive ? subscription.offer().price().toPlainString() : NONE);
        row.put("affiliate", NONE);
        row.put("jv", NONE);
        return row;
    }

    byte[] affiliates() {
        CsvText csv = new CsvText(
                List.of("affiliate_id,username,name,email,lead_id,status,products,earned,reserve,due,paid,currency"
                        .split(",", -1)),
                "\n");
        for (AffiliatePool.Affiliate affiliate : affiliates.all()) {
            BigDecimal earned = payments.stream()
                    .filter(payment ->
                            affiliates.of(payment).filter(affiliate::equals).isPresent())
                    .map(PaymentFiles::share)
                    .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
            BigDecimal paid = earned.multiply(PAID_SHARE).setScale(2, RoundingMode.DOWN);
            Map<String, String> row = new LinkedHashMap<>();
            row.put("affiliate_id", affiliate.id());
            row.put("username", affiliate.username());
            row.put("name", affiliate.contact().name());
            row.put("email", affiliate.contact().email());
            row.put("lead_id", affiliate.contact().id());
            row.put("status", affiliate.status());
            row.put("products", "Clarity Course;Annual Summit Ticket");
            row.put("earned", earned.toPlainString());
            row.put("reserve", "0.00");
            row.put("due", earned.subtract(paid).toPlainString());
            row.put("paid", paid.toPlainString());
            row.put("currency", "USD");
            csv.row(row);
        }
        return csv.bytes(StandardCharsets.UTF_8);
    }
}
