package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.kartra.KartraSource;
import dev.crmmigration.engine.Migration;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KartraToFreshsalesTest {

    private static final String OLGA = "olga@acme.example";
    private static final String ADMIN = "admin@acme.example";

    private static FreshsalesAccount account;

    @BeforeAll
    static void migrate(@TempDir Path folder) {
        account = open(folder);
        account.run("defaultOwner", ADMIN);
    }

    @AfterAll
    static void end() {
        account.close();
    }

    private static FreshsalesAccount open(Path folder) {
        Path export = KartraShop.writeTo(folder.resolve("export"));
        return new FreshsalesAccount(
                new KartraSource(),
                Settings.of("export", export.toString()),
                folder.resolve("work"),
                List.of(OLGA, ADMIN));
    }

    @Test
    void closesAllCountsAndReadsEveryValueBack_butForASaleToAStranger() {
        assertThat(account.report().failed()).isEmpty();
        assertThat(account.report().held())
                .extracting(held -> held.mapping() + " " + held.reason() + " " + held.effects())
                .containsExactly("TransactionToDeal REFERENCE contacts 1");
        assertThat(account.reconciliation().closed()).isTrue();
        assertThat(account.reconciliation().differences()).isEmpty();
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
        assertThat(account.all("sales_accounts"))
                .extracting(one -> one.path("name").asText())
                .containsExactly("ACME Inc");
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

    @Test
    void takesEverythingAwayAgain(@TempDir Path folder) {
        try (FreshsalesAccount other = open(folder)) {
            other.run("defaultOwner", ADMIN);
            assertThat(other.all("deals")).isNotEmpty();

            try (Migration migration = other.open("defaultOwner", ADMIN)) {
                assertThat(migration.rollback().result().reasons()).isEmpty();
            }

            other.look();
            for (String object : List.of("contacts", "sales_accounts", "deals", "appointments", "notes")) {
                assertThat(other.all(object)).as(object).isEmpty();
            }
        }
    }

    private static String stage(String key) {
        return account.named("deal_stages", account.withKey("deals", key).path("deal_stage_id"));
    }

    private static String text(String object, JsonNode record, String label) {
        return account.custom(object, record, label).asText("");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
