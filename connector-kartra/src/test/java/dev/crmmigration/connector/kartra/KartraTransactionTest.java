package dev.crmmigration.connector.kartra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KartraTransactionTest {

    private static final String SHORT = "ID,Transaction_Type,Date,Amount (USD),Amount (EUR),Trial";

    @TempDir
    Path folder;

    private ExportOnDisk export;

    @BeforeEach
    void setUp() {
        export = new ExportOnDisk(folder);
    }

    @Test
    void readsEveryColumnOfTheExport() {
        export.file(
                "t.csv",
                "ID,Transaction_Type,Date,Product,Price_point,Quantity,Seller_username,Buyer_Username,Buyer_Name,"
                        + "Buyer_Company,Sales_Tax_ID,Buyer_Email,Buyer_Country,Buyer_State,Buyer_City,Buyer_ZIP,"
                        + "Buyer_Address,Buyer_Phone_Country,Buyer_Phone,Buyer_IP,Amount (USD),Base_Price (USD),"
                        + "Sales_tax (USD),Shipping_cost (USD),Coupon_code,Coupon_discount (USD),Revenue (USD),"
                        + "Affiliate_Username,Affiliate_Name,Affiliate_Email,Affiliate_Revenue (USD),JV_Username,JV_Name,"
                        + "JV_Email,JV_Revenue (USD),Your_Net_Profit (USD),Tracking_link,TrackingID1,TrackingID2,"
                        + "Landing_page,Processor,Processor_transaction_id,Processor_subscription_id,subscription_id,"
                        + "lead_id,affiliate_id,jv_id,Shipping_Name,Shipping_Address,Shipping_City,Shipping_ZIP,"
                        + "Shipping_Country,Shipping_State,Trial,Automatic_Cancellation,Subscription_payment_number,"
                        + "Rebill_reattempt",
                "9001,Sale,2024-05-01 10:00:00,Course,Full,1,shop,ada,Ada B,Acme,GB1,a@example.com,GB,LND,London,N1,"
                        + "1 Road,44,20,192.0.2.1,120.00,100.00,20.00,0.00,SAVE,5.00,115.00,aff,Al,al@example.com,10.00,"
                        + "N/A,N/A,N/A,0.00,-3.50,link,t1,t2,page,Stripe,ch_1,sub_1,N/A,17,5,N/A,Ada,1 Road,London,N1,GB,"
                        + "LND,No,Yes,1,0");

        CrmRecord sale = export.onlyRecord("transaction");

        assertThat(sale.ref().id()).isEqualTo("9001");
        assertThat(export.describe("transaction").fields()).hasSize(59).noneMatch(FieldDescription::custom);
        assertThat(sale.value("type")).contains("sale");
        assertThat(sale.value("date")).contains(Instant.parse("2024-05-01T14:00:00Z"));
        assertThat(sale.value("quantity")).contains(1L);
        assertThat(sale.value("amount")).contains(usd("120.00"));
        assertThat(sale.value("your_net_profit")).contains(usd("-3.50"));
        assertThat(sale.value("trial")).contains(false);
        assertThat(sale.value("automatic_cancellation")).contains(true);
        assertThat(sale.value("rebill_reattempt")).contains(false);
        assertThat(sale.value("subscription_payment_number")).contains(1L);
        assertThat(sale.value("subscription_id")).isEmpty();
        assertThat(sale.value("trackingid1")).contains("t1");
    }

    @ParameterizedTest
    @CsvSource({
        "Request Can., request can",
        "revert_can, revert can",
        "Partial  refund, partial refund",
        "CHARGEBACK, chargeback",
        "Gift, gift"
    })
    void bringsTheTypeToOneSpelling(String text, String expected) {
        export.file("t.csv", SHORT, "1," + text + ",2024-05-01,1,,No");

        assertThat(export.onlyRecord("transaction").value("type")).contains(expected);
    }

    @Test
    void takesTheCurrencyFromTheColumnThatHasTheAmount() {
        export.file(
                "t.csv",
                SHORT,
                "1,Sale,2024-05-01,5,,No",
                "2,Sale,2024-05-01,,6,No",
                "3,Sale,2024-05-01,0.00,7.50,No",
                "4,Sale,2024-05-01,0,0,No",
                "5,Sale,2024-05-01,8,9,No");

        assertThat(export.records("transaction"))
                .extracting(sale -> sale.value("amount").orElseThrow())
                .containsExactly(
                        usd("5"),
                        new Money(new BigDecimal("6"), "EUR"),
                        new Money(new BigDecimal("7.50"), "EUR"),
                        usd("0"));
        assertThat(export.remarks("transaction")).containsExactly("t.csv:6 Amount (EUR) two-currencies");
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234.50', 1234.50, amount NUM_LOCALE",
        "$12.00, 12.00, amount NUM_LOCALE",
        "-12.00, 12.00, amount negative-amount",
        "'12,5', 12.5, amount NUM_LOCALE"
    })
    void readsAmounts(String text, BigDecimal expected, String remark) {
        export.file("t.csv", SHORT, "1,Refund,2024-05-01,\"" + text + "\",,No");

        assertThat(export.onlyRecord("transaction").value("amount")).contains(new Money(expected, "USD"));
        assertThat(String.join(" ", export.remarks("transaction"))).isEqualTo(remark);
    }

    @Test
    void doesNotGuessWhatACommaStandsFor() {
        export.file("t.csv", SHORT, "1,Refund,2024-05-01,\"1,234\",,No", "2,Sale,2024-05-01,12,,No");

        assertThat(export.remarks("transaction")).containsExactly("t.csv:2 Amount (USD) NUM_LOCALE");
        assertThat(export.setting("decimalMark", "point").remarks("transaction"))
                .containsExactly("amount NUM_LOCALE");
    }

    @Test
    void putsAsideWhatIsNoAmountNumberOrAnswer() {
        export.file(
                "t.csv",
                SHORT,
                "1,Sale,2024-05-01,free,,No",
                "2,Sale,2024-05-01,1,,Perhaps",
                ",Sale,2024-05-01,1,,No",
                "4,Sale,2024-05-01,1,,No,surplus");

        assertThat(export.remarks("transaction"))
                .containsExactly(
                        "t.csv:2 Amount (USD) amount",
                        "t.csv:3 Trial yes-no",
                        "t.csv:4 ID missing-id",
                        "t.csv:5  ROW_LONG");
    }

    @Test
    void keepsColumnsThatItDoesNotKnow() {
        export.file("t.csv", SHORT + ",Gift note,Fee (USD)", "1,Sale,2024-05-01,1,,No,Thanks,0.30");

        assertThat(export.onlyRecord("transaction").value("Gift note")).contains("Thanks");
        assertThat(export.onlyRecord("transaction").value("fee")).contains(usd("0.30"));
        assertThat(export.describe("transaction")
                        .field("Gift note")
                        .orElseThrow()
                        .custom())
                .isTrue();
        assertThat(export.describe("transaction").field("fee").orElseThrow().label())
                .isEqualTo("Fee (USD)");
    }

    @Test
    void joinsTheColumnsOfTwoCurrenciesInTwoFiles() {
        export.file("t1.csv", "ID,Transaction_Type,Date,Amount (USD)", "1,Sale,2024-05-01,5")
                .file("t2.csv", "ID,Transaction_Type,Date,Amount (EUR)", "2,Sale,2024-05-01,6");

        assertThat(export.records("transaction"))
                .extracting(sale -> sale.value("amount").orElseThrow())
                .containsExactly(usd("5"), new Money(new BigDecimal("6"), "EUR"));
        assertThat(export.describe("transaction").fields())
                .extracting(FieldDescription::key)
                .containsExactly("id", "transaction_type", "refund_of", "type", "date", "amount");
    }

    @Test
    void takesTheCurrencyThatIsSet_whenTheHeaderNamesNone() {
        export.setting("currency", "GBP").file("t.csv", "ID,Transaction_Type,Amount", "1,Sale,5");

        assertThat(export.onlyRecord("transaction").value("amount")).contains(new Money(new BigDecimal("5"), "GBP"));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
