package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.kartra.KartraSource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class KartraToFreshsalesTest extends FreshsalesPair {

    private static final String OLGA = "olga@acme.example";
    private static final String ADMIN = "admin@acme.example";

    @Override
    String[] policies() {
        return new String[] {"defaultOwner", ADMIN};
    }

    @Override
    FreshsalesAccount open(Path folder) {
        Path export = KartraShop.writeTo(folder.resolve("export"));
        return new FreshsalesAccount(
                new KartraSource(),
                Settings.of("export", export.toString()),
                folder.resolve("work"),
                List.of(OLGA, ADMIN));
    }

    @Test
    void leavesBehind_whatHasToWait() {
        assertThat(account.report().held())
                .extracting(held -> held.mapping() + " " + held.reason() + " " + held.effects())
                .containsExactly("TransactionToDeal REFERENCE contacts 1");
    }

    @Test
    void makesAContactOfEachPerson_withItsTagsAndLists() {
        JsonNode ada = account.contact("Ada", "Stone");

        assertThat(ada.path("work_number").asText()).isEqualTo("+12125550101");
        assertThat(ada.path("city").asText()).isEqualTo("Albany");
        assertThat(texts(ada.path("tags")))
                .containsExactlyInAnyOrder("VIP", "webinar spring", "list_Newsletter", "list_Buyers");
        assertThat(account.named("users", ada.path("owner_id"))).isEqualTo(OLGA);
        assertThat(text("contacts", ada, "kartra_created_date__c (exact)")).startsWith("2024-01-16T04:30:00");
        assertThat(text("contacts", ada, "opt_in_status")).isEqualTo("Accepted");
        assertThat(text("contacts", ada, "affiliate_id__c")).isEqualTo("301");
    }

    @Test
    void makesOneContactOfOneAddress_andOneAccountOfOneName() {
        assertThat(account.all("contacts"))
                .filteredOn(contact -> contact.path("emails")
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .contains("dan@"))
                .hasSize(1);
        assertThat(names("sales_accounts")).containsExactly("ACME Inc");
    }

    @Test
    void makesAContactOfAnAffiliateWhoIsNone() {
        JsonNode zoe =
                account.only("contacts", one -> one.path("last_name").asText().equals("Zoe Lund"));

        assertThat(text("contacts", zoe, "affiliate_id__c")).isEqualTo("303");
    }

    @Test
    void countsMoneyOnce() {
        BigDecimal dollars = account.all("deals").stream()
                .filter(deal -> !text("deals", deal, "Source key").endsWith(":5002"))
                .map(deal -> new BigDecimal(deal.path("amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(dollars).isEqualByComparingTo(KartraShop.dollars());
    }

    @Test
    void putsDealsIntoTheStageOfTheirOutcome() {
        assertThat(stage("TransactionToDeal:5001")).isEqualTo("Won");
        assertThat(stage("TransactionToDeal:5004")).isEqualTo("Lost");
        assertThat(stage("TransactionToDeal:5009")).isEqualTo("Negotiation");
        assertThat(stage("SubscriptionToDeal:7001")).isEqualTo("Negotiation");
        assertThat(stage("SubscriptionToDeal:7003")).isEqualTo("Lost");
        JsonNode lost = account.withKey("deals", "SubscriptionToDeal:7003");
        assertThat(text("deals", lost, "lost_reason__c")).isEqualTo("Payment failure");
        assertThat(text("deals", account.withKey("deals", "TransactionToDeal:5006"), "refunded_amount__c"))
                .startsWith("50");
    }

    @Test
    void saysBeforeTheTitle_thatAnAppointmentWasCancelled() {
        assertThat(account.all("appointments"))
                .extracting(one -> one.path("title").asText())
                .containsExactlyInAnyOrder(
                        "Strategy call: First", "Studio visit", "Cancelled: Studio visit", "Studio visit");
        assertThat(account.all("appointments"))
                .allSatisfy(one -> assertThat(one.path("description").asText()).startsWith("Appointment_Status__c: "));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
