package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KartraToPipedriveDealsTest {

    private static final String DEALS = "dealFields";

    private static MigratedAccount account;

    @BeforeAll
    static void migrate(@TempDir Path folder) {
        Path export = KartraShop.writeTo(folder.resolve("export"));
        account = MigratedAccount.of(export, folder.resolve("work"), Map.of());
    }

    @Test
    void makesAWonDealOfASale() {
        JsonNode deal = account.deal("Course #5001");

        assertThat(outcome(deal)).isEqualTo("won 2024-02-02T04:30:00Z, Kartra sales / Completed");
        assertThat(money(deal)).isEqualTo("100 USD");
        assertThat(deal.path("expected_close_date").asText()).isEqualTo("2024-02-01");
        assertThat(custom(deal, "kartra_transaction_date__c").asText()).isEqualTo("2024-02-01");
        assertThat(custom(deal, "payment_method__c").asText()).isEqualTo("Stripe");
        assertThat(custom(deal, "refunded_amount__c").has("value")).isFalse();
    }

    @Test
    void hangsADealOnItsPersonAndOrganization_withTheOwnerOfTheContact() {
        JsonNode deal = account.deal("Course #5001");
        JsonNode ada = account.person("ada@customers.example");

        assertThat(deal.path("person_id")).isEqualTo(ada.path("id"));
        assertThat(deal.path("org_id")).isEqualTo(ada.path("org_id"));
        assertThat(account.ownerOf(deal)).isEqualTo(MigratedAccount.OLGA);
        assertThat(account.ownerOf(account.deal("Coaching #5006"))).isEqualTo(MigratedAccount.ADMIN);
    }

    @Test
    void hangsTheDealOfADuplicateOnTheContactThatStays() {
        JsonNode dan = account.person("DAN@Customers.example");

        assertThat(account.deal("Coaching #5006").path("person_id")).isEqualTo(dan.path("id"));
        assertThat(account.deal("Coaching #5006").path("org_id")).isEqualTo(dan.path("org_id"));
        assertThat(account.deal("Club (subscription #7004)").path("person_id")).isEqualTo(dan.path("id"));
    }

    @Test
    void findsTheContactByAddress_whenTheIdLeadsNowhere() {
        assertThat(account.deal("Course #5011").path("person_id"))
                .isEqualTo(account.person("ada@customers.example").path("id"));
    }

    @Test
    void holdsASaleToAStranger() {
        assertThat(account.report().first())
                .contains(new RunReport.Ended("TransactionToDeal/transaction:5010", "HELD", "REFERENCE person_id"));
        assertThat(account.all("deals"))
                .noneMatch(deal -> deal.path("title").asText().contains("5010"));
    }

    @Test
    void losesADealThatWasGivenBack_andKeepsItsValueAndCurrency() {
        JsonNode deal = account.deal("Course #5002");

        assertThat(outcome(deal)).isEqualTo("lost 2024-02-10T14:00:00Z Refunded, Kartra sales / Refunded");
        assertThat(money(deal)).isEqualTo("250.5 EUR");
        assertThat(refunded(deal)).isEqualTo("250.5 EUR");
        assertThat(deal.path("expected_close_date").asText()).isEqualTo("2024-02-02");
    }

    @Test
    void tellsAChargebackFromARefund() {
        JsonNode deal = account.deal("Coaching #5004");

        assertThat(outcome(deal)).isEqualTo("lost 2024-03-15T14:00:00Z Chargeback, Kartra sales / Refunded");
        assertThat(money(deal)).isEqualTo("80 USD");
    }

    @Test
    void keepsADealWon_whenOnlyPartWasGivenBack() {
        JsonNode deal = account.deal("Coaching #5006");

        assertThat(outcome(deal)).isEqualTo("won 2024-04-06T14:00:00Z, Kartra sales / Completed");
        assertThat(money(deal)).isEqualTo("200 USD");
        assertThat(refunded(deal)).isEqualTo("50 USD");
    }

    @Test
    void makesALostDealOfARefund_whenItsSaleIsNotInTheExport() {
        JsonNode deal = account.deal("Workshop #5008");

        assertThat(outcome(deal))
                .isEqualTo("lost 2024-05-01T14:00:00Z Refunded (no sale found), Kartra sales / Refunded");
        assertThat(money(deal)).isEqualTo("30 USD");
    }

    @Test
    void leavesAPendingSaleOpen() {
        JsonNode deal = account.deal("Course #5009");

        assertThat(outcome(deal)).isEqualTo("open, Kartra sales / Pending");
        assertThat(money(deal)).isEqualTo("60 USD");
    }

    @Test
    void leavesAnActiveSubscriptionOpen_withItsRecurringPayments() {
        JsonNode deal = account.deal("Club (subscription #7001)");

        assertThat(outcome(deal)).isEqualTo("open, Kartra subscriptions / Active");
        assertThat(money(deal)).isEqualTo("40 USD");
        assertThat(refunded(deal)).isEqualTo("20 USD");
        assertThat(status(deal)).isEqualTo("Active");
        assertThat(custom(deal, "subscription_start_date__c").asText()).isEqualTo("2024-01-20");
        assertThat(custom(deal, "subscription_product__c").asText()).isEqualTo("Club");
        assertThat(account.typeOfField(DEALS, "subscription_status__c")).isEqualTo("enum");
    }

    @Test
    void losesACancelledSubscription_atItsCancellation() {
        JsonNode byCustomer = account.deal("Club (subscription #7002)");
        JsonNode byFailure = account.deal("Club (subscription #7003)");

        assertThat(outcome(byCustomer))
                .isEqualTo("lost 2024-03-01T17:00:00Z Cancelled by customer, Kartra subscriptions / Cancelled");
        assertThat(money(byCustomer)).isEqualTo("15 USD");
        assertThat(outcome(byFailure))
                .isEqualTo("lost 2024-04-05T12:00:00Z Payment failure, Kartra subscriptions / Cancelled");
        assertThat(money(byFailure)).isEqualTo("0 USD");
        assertThat(status(byFailure)).isEqualTo("Cancelled");
    }

    @Test
    void winsATerminatedSubscription_onItsEndDate() {
        JsonNode deal = account.deal("Club (subscription #7004)");

        assertThat(outcome(deal)).isEqualTo("won 2024-06-10T14:00:00Z, Kartra subscriptions / Terminated");
        assertThat(money(deal)).isEqualTo("40 USD");
        assertThat(status(deal)).isEqualTo("Terminated");
    }

    @Test
    void countsMoneyOnce_whenRecurringPaymentsAreRolledUp() {
        assertThat(account.all("deals")).hasSize(12);
        assertThat(account.sumOfDeals("USD")).isEqualByComparingTo(KartraShop.dollars());
        assertThat(account.sumOfDeals("EUR")).isEqualByComparingTo(KartraShop.euros());
    }

    @Test
    void putsATransactionAside_whenItHasAmountsInTwoCurrencies() {
        assertThat(account.profile().quarantine()).hasSize(1).first().satisfies(row -> {
            assertThat(row.object()).isEqualTo("transaction");
            assertThat(row.line()).isEqualTo(22);
            assertThat(row.rule()).startsWith("two-currencies");
        });
        assertThat(account.profile().files())
                .filteredOn(file -> file.object().equals("transaction"))
                .containsExactly(new Profile.FileCount("transaction", "transactions.csv", 21, 20, 0, 1, true));
        assertThat(account.all("deals"))
                .noneMatch(deal -> deal.path("title").asText().contains("5021"));
    }

    private static String outcome(JsonNode deal) {
        String status = deal.path("status").asText();
        String time = deal.path("won_time").asText("") + deal.path("lost_time").asText("");
        String reason = deal.path("lost_reason").asText("");
        return (status + " " + time + " " + reason).strip() + ", " + account.stageOf(deal);
    }

    private static String money(JsonNode deal) {
        return deal.path("value").asText() + " " + deal.path("currency").asText();
    }

    private static String refunded(JsonNode deal) {
        return money(custom(deal, "refunded_amount__c"));
    }

    private static String status(JsonNode deal) {
        return String.join(",", account.picked(DEALS, deal, "subscription_status__c"));
    }

    private static JsonNode custom(JsonNode deal, String field) {
        return account.custom(DEALS, deal, field);
    }
}
