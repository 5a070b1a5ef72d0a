package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KartraToPipedriveChoicesTest {

    private static final String PERSONS = "personFields";

    @TempDir
    private static Path folder;

    private static MigratedAccount account;

    @BeforeAll
    static void migrate() {
        Path export = KartraShop.writeTo(folder.resolve("export"));
        account = MigratedAccount.of(
                export,
                folder.resolve("work"),
                Map.of(
                        "rebills", "own",
                        "groups", "field",
                        "dealTags", "VIP",
                        "withoutCompany", "none",
                        "unlinkedTransactions", "withoutPerson",
                        "affiliatesWithoutContact", "person"));
    }

    @Test
    void holdsNothing_whenEveryPolicySaysWhereToPutIt() {
        assertThat(account.report().result().completion()).isEqualTo(Completion.COMPLETE);
        assertThat(account.reconciliation().closed()).isTrue();
    }

    @Test
    void makesAWonDealOfEachRecurringPayment() {
        JsonNode rebill = account.deal("Club #5013");

        assertThat(rebill.path("status").asText()).isEqualTo("won");
        assertThat(rebill.path("won_time").asText()).isEqualTo("2024-02-20T15:00:00Z");
        assertThat(rebill.path("value").asText()).isEqualTo("20");
        assertThat(account.deal("Club (subscription #7001)").path("value").asText())
                .isEqualTo("0");
    }

    @Test
    void losesTheRecurringPaymentThatWasGivenBack() {
        JsonNode rebill = account.deal("Club #5014");

        assertThat(rebill.path("status").asText()).isEqualTo("lost");
        assertThat(rebill.path("lost_reason").asText()).isEqualTo("Refunded");
        assertThat(rebill.path("value").asText()).isEqualTo("20");
    }

    @Test
    void countsMoneyOnce_whenRecurringPaymentsAreDealsOfTheirOwn() {
        assertThat(account.all("deals")).hasSize(17);
        assertThat(account.sumOfDeals("USD"))
                .isEqualByComparingTo(KartraShop.dollars().add(KartraShop.dollarsOfStrangers()));
        assertThat(account.sumOfDeals("EUR")).isEqualByComparingTo(KartraShop.euros());
    }

    @Test
    void writesASaleToAStrangerWithoutPerson() {
        JsonNode deal = account.deal("Course #5010");

        assertThat(deal.path("person_id").isNull()).isTrue();
        assertThat(deal.path("org_id").isNull()).isTrue();
        assertThat(deal.path("value").asText()).isEqualTo("45");
    }

    @Test
    void putsListsIntoOneField() {
        JsonNode ada = account.person("ada@customers.example");

        assertThat(account.typeOfField(PERSONS, "Kartra lists")).isEqualTo("set");
        assertThat(account.picked(PERSONS, ada, "Kartra lists")).containsExactlyInAnyOrder("Newsletter", "Buyers");
        assertThat(account.labels(PERSONS, ada)).containsExactlyInAnyOrder("VIP", "webinar spring");
    }

    @Test
    void savesAFilterForEachList() {
        assertThat(account.all("filters"))
                .extracting(filter -> filter.path("name").asText())
                .containsExactlyInAnyOrder("Kartra list: Newsletter", "Kartra list: Buyers");
        JsonNode filter =
                account.only("filters", one -> one.path("name").asText().equals("Kartra list: Buyers"));
        String buyers = account.optionId(PERSONS, "Kartra lists", "Buyers");

        assertThat(filter.path("type").asText()).isEqualTo("people");
        assertThat(filter.path("conditions").findValuesAsText("value")).containsExactly(buyers);
    }

    @Test
    void givesDealsTheTagsThatAreMarkedForDeals() {
        assertThat(account.labels("dealFields", account.deal("Course #5001"))).containsExactly("VIP");
        assertThat(account.labels("dealFields", account.deal("Course #5009"))).isEmpty();
    }

    @Test
    void makesNoOrganizationOfAContactWithoutCompany() {
        assertThat(account.all("organizations"))
                .extracting(organization -> organization.path("name").asText())
                .containsExactly("ACME Inc");
        assertThat(account.person("cleo@customers.example").path("org_id").isNull())
                .isTrue();
    }

    @Test
    void makesAPersonOfAnAffiliateWhoIsNoContact() {
        JsonNode zoe = account.person("zoe@partners.example");

        assertThat(zoe.path("name").asText()).isEqualTo("Zoe Lund");
        assertThat(account.custom(PERSONS, zoe, "affiliate_id__c").asText()).isEqualTo("303");
    }

    /** Some wait for their company, which is no reason for those who joined later to come first. */
    @ParameterizedTest
    @ValueSource(strings = {"singlePerson", "none"})
    void createsPersonsInTheOrderOfJoining_whenTheOrderIsStrict(String withoutCompany) {
        MigratedAccount strict = MigratedAccount.of(
                folder.resolve("export"),
                folder.resolve("strict-" + withoutCompany),
                Map.of("strictCreationOrder", "person", "withoutCompany", withoutCompany));

        assertThat(strict.all("persons"))
                .isSortedAccordingTo(
                        Comparator.comparingLong(person -> person.path("id").asLong()))
                .extracting(person -> person.at("/emails/0/value").asText().replaceFirst("@.*", ""))
                .containsExactly("cleo", "ada", "eve", "DAN", "ben");
    }

    @Test
    void asksWhatAnUnknownTransactionTypeIs_andTakesTheAnswerFromThePlan() {
        Path export = folder.resolve("unknown");
        KartraShop.write(export.resolve("contacts.csv"), KartraShop.CONTACTS);
        KartraShop.write(
                export.resolve("transactions.csv"),
                "ID,Transaction_Type,Date,Product,Amount (USD),lead_id\n6001,Gift card,2024-02-01,Course,33.00,101\n");

        MigratedAccount answered = MigratedAccount.of(export, folder.resolve("answered"), Map.of(), migration -> {
            Plan open = migration.plan();
            assertThat(open.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(open.questions())
                    .singleElement()
                    .satisfies(question -> assertThat(question.toString()).contains("gift card"));
            assertThat(migration.approve("ops@acme.example").result().completion())
                    .isEqualTo(Completion.WAITS);
            answer(migration, "transactionType", "gift card", "Sale");
            assertThat(migration.plan().questions()).isEmpty();
        });

        assertThat(answered.deal("Course #6001").path("status").asText()).isEqualTo("won");
        assertThat(answered.deal("Course #6001").path("value").asText()).isEqualTo("33");
    }

    private static void answer(Migration migration, String valueMap, String value, String target) {
        ObjectMapper json = new ObjectMapper();
        try {
            JsonNode plan = json.readTree(migration.planFile().toFile());
            for (JsonNode map : plan.path("valueMaps")) {
                if (map.path("name").asText().equals(valueMap)) {
                    ((ObjectNode) map.path("entries")).put(value, target);
                }
            }
            json.writeValue(migration.planFile().toFile(), plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
