package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KartraToPipedriveTest {

    private static final String PERSONS = "personFields";

    private static MigratedAccount account;
    private static JsonNode ada;
    private static JsonNode ben;
    private static JsonNode cleo;
    private static JsonNode dan;
    private static JsonNode eve;

    @BeforeAll
    static void migrate(@TempDir Path folder) {
        Path export = KartraShop.writeTo(folder.resolve("export"));
        account = MigratedAccount.of(export, folder.resolve("work"), Map.of());
        ada = account.person("ada@customers.example");
        ben = account.person("ben@customers.example");
        cleo = account.person("cleo@customers.example");
        dan = account.person("DAN@Customers.example");
        eve = account.person("eve@customers.example");
    }

    @Test
    void closesAllCountsAndReadsEveryValueBack() {
        assertThat(account.reconciliation().closed()).isTrue();
        assertThat(account.reconciliation().differences()).isEmpty();
        assertThat(account.report().failed()).isEmpty();
        assertThat(account.report().held())
                .containsExactlyInAnyOrder(
                        new RunReport.ReasonCount("AffiliateToPersonFields", "REFERENCE person_id", 1),
                        new RunReport.ReasonCount("TransactionToDeal", "REFERENCE person_id", 1));
    }

    @Test
    void namesAPersonAsTheContactIsNamed_elseByItsAddress() {
        assertThat(ada.path("name").asText()).isEqualTo("Ada Stone");
        assertThat(ada.path("first_name").asText()).isEqualTo("Ada");
        assertThat(ada.path("last_name").asText()).isEqualTo("Stone");
        assertThat(eve.path("name").asText()).isEqualTo("eve@customers.example");
    }

    @Test
    void keepsTheOneEmailAddressOfAContact() {
        assertThat(ada.path("emails")).hasSize(1);
        assertThat(ada.at("/emails/0/primary").asBoolean()).isTrue();
        assertThat(ada.at("/emails/0/label").asText()).isEqualTo("work");
    }

    @Test
    void writesPhoneNumbersWithTheirCountryCode() {
        assertThat(phones(ada)).containsExactly("+12125550101");
        assertThat(phones(ben)).containsExactly("+442079460102");
        assertThat(phones(cleo)).isEmpty();
    }

    @Test
    void putsTheAddressIntoACustomField_whenTheAccountHasNoneOfPersons() {
        JsonNode address = account.custom(PERSONS, ada, "address__c");

        assertThat(account.typeOfField(PERSONS, "address__c")).isEqualTo("address");
        assertThat(address.path("value").asText()).isEqualTo("1 Main Street, Albany, NY, 12207, US");
        assertThat(address.path("locality").asText()).isEqualTo("Albany");
        assertThat(address.path("admin_area_level_1").asText()).isEqualTo("NY");
        assertThat(address.path("postal_code").asText()).isEqualTo("12207");
        assertThat(address.path("country").asText()).isEqualTo("US");
        assertThat(account.custom(PERSONS, ben, "address__c").asText("")).isEmpty();
    }

    @Test
    void keepsTheMomentOfJoining_inWinterAndInSummer() {
        assertThat(ada.path("add_time").asText()).isEqualTo("2024-01-16T04:30:00Z");
        assertThat(ben.path("add_time").asText()).isEqualTo("2024-07-16T03:30:00Z");
    }

    @Test
    void keepsTheDayOfJoiningInEasternTime_shortlyBeforeMidnight() {
        assertThat(account.typeOfField(PERSONS, "kartra_created_date__c")).isEqualTo("date");
        assertThat(text(ada, "kartra_created_date__c")).isEqualTo("2024-01-15");
        assertThat(text(ben, "kartra_created_date__c")).isEqualTo("2024-07-15");
    }

    @Test
    void makesOneOrganizationOfACompany_whenItIsWrittenDifferently() {
        JsonNode company = account.organizationOf(ada);

        assertThat(company.path("name").asText()).isEqualTo("ACME Inc");
        assertThat(company.path("add_time").asText()).isEqualTo("2024-01-16T04:30:00Z");
        assertThat(account.labels("organizationFields", company)).isEmpty();
        assertThat(ben.path("org_id")).isEqualTo(ada.path("org_id"));
    }

    @Test
    void makesALabelledOrganizationOfAContactWithoutCompany() {
        for (JsonNode person : List.of(cleo, dan, eve)) {
            JsonNode organization = account.organizationOf(person);
            assertThat(organization.path("name")).isEqualTo(person.path("name"));
            assertThat(account.labels("organizationFields", organization)).containsExactly("Single person");
        }
        assertThat(account.all("organizations")).hasSize(4);
    }

    @Test
    void makesOnePersonOfContacts_whenTheirAddressesDifferInCaseOnly() {
        assertThat(account.all("persons")).hasSize(5);
        assertThat(dan.path("name").asText()).isEqualTo("Dan Reed");
        assertThat(dan.path("add_time").asText()).isEqualTo("2024-03-05T14:00:00Z");
        assertThat(phones(dan)).containsExactly("+12125550104", "+12125550105");
        assertThat(account.labels(PERSONS, dan)).containsExactlyInAnyOrder("VIP", "late", "list_Buyers");
    }

    @Test
    void turnsTagsAndListsIntoLabels() {
        assertThat(account.labels(PERSONS, ada))
                .containsExactlyInAnyOrder("VIP", "webinar spring", "list_Newsletter", "list_Buyers");
        assertThat(account.labels(PERSONS, ben)).containsExactlyInAnyOrder("VIP", "list_Newsletter");
        assertThat(account.labels(PERSONS, cleo)).isEmpty();
        assertThat(account.hasField(PERSONS, "Kartra lists")).isFalse();
    }

    @Test
    void makesAFieldOfEachCustomField_withTheTypeThatFits() {
        Map<String, String> types =
                Map.of("nickname", "varchar", "story", "text", "goal", "enum", "industry", "enum", "channels", "set");

        types.forEach((field, type) ->
                assertThat(account.typeOfField(PERSONS, field)).as(field).isEqualTo(type));
        assertThat(text(ada, "nickname")).isEqualTo("Addy");
        assertThat(text(ada, "story")).isEqualTo("First line\nsecond line");
    }

    @Test
    void picksTheOptionsOfCustomFields_andSplitsCheckboxesOnly() {
        assertThat(account.picked(PERSONS, ada, "goal")).containsExactly("Grow");
        assertThat(account.picked(PERSONS, cleo, "goal")).containsExactly("Rest");
        assertThat(account.picked(PERSONS, ada, "industry")).containsExactly("Retail; online");
        assertThat(account.picked(PERSONS, ada, "channels")).containsExactlyInAnyOrder("Mail", "Phone");
        assertThat(account.picked(PERSONS, ben, "channels")).containsExactly("Mail");
        assertThat(options("channels")).containsExactly("Mail", "Phone", "Post");
        assertThat(options("goal")).containsExactly("Grow", "Rest", "Sell");
    }

    @Test
    void keepsTheConsentInTheWordsOfKartra() {
        assertThat(account.picked(PERSONS, ada, "opt_in_status")).containsExactly("Accepted");
        assertThat(account.picked(PERSONS, ben, "opt_in_status")).containsExactly("Not accepted");
        assertThat(account.picked(PERSONS, cleo, "opt_in_status")).containsExactly("Unknown");
        assertThat(account.picked(PERSONS, dan, "opt_in_status")).isEmpty();
        assertThat(text(ada, "gdpr_communications__c")).isEqualTo("Yes");
    }

    @Test
    void keepsTheDayOfTheConsentAndItsExactMoment() {
        assertThat(account.typeOfField(PERSONS, "gdpr_consent_date__c")).isEqualTo("date");
        assertThat(text(ada, "gdpr_consent_date__c")).isEqualTo("2024-07-04");
        assertThat(text(ada, "gdpr_consent_date__c (exact)")).isEqualTo("2024-07-05T02:15:00Z");
        assertThat(account.hasField(PERSONS, "consent_date__c")).isFalse();
    }

    @Test
    void givesAPersonTheOwnerOfTheContact_elseTheDefaultOwner() {
        assertThat(account.ownerOf(ada)).isEqualTo(MigratedAccount.OLGA);
        assertThat(account.ownerOf(ben)).isEqualTo(MigratedAccount.ADMIN);
        assertThat(account.all("users")).hasSize(2);
    }

    @Test
    void putsAnAffiliateIntoFieldsOfThePerson_byIdOrAddress() {
        assertThat(text(ada, "affiliate_id__c")).isEqualTo("301");
        assertThat(text(ada, "affiliate_status__c")).isEqualTo("Active");
        assertThat(account.custom(PERSONS, ada, "affiliate_due__c")
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo("12.5");
        assertThat(text(cleo, "affiliate_id__c")).isEqualTo("302");
        assertThat(text(cleo, "affiliate_status__c")).isEqualTo("Paused");
        assertThat(text(ben, "affiliate_id__c")).isEmpty();
    }

    @Test
    void holdsAnAffiliateWhoIsNoContact() {
        assertThat(account.report().first())
                .contains(new RunReport.Ended(
                        "AffiliateToPersonFields/affiliate:303/waiting", "HELD", "REFERENCE person_id"));
        assertThat(account.all("persons"))
                .noneMatch(person -> text(person, "affiliate_id__c").equals("303"));
    }

    @Test
    void makesANoteOfWhatAContactSays_datedLikeTheContact() {
        assertThat(account.all("notes")).hasSize(1);
        JsonNode note = account.all("notes").get(0);
        assertThat(note.path("content").asText()).isEqualTo("Likes tea &amp; &lt;cake&gt;");
        assertThat(note.path("person_id")).isEqualTo(ada.path("id"));
        assertThat(note.path("add_time").asText()).isEqualTo("2024-01-16 04:30:00");
    }

    @Test
    void readsTheTimeOfAnAppointmentInItsOwnZone() {
        assertThat(due("9001#1")).isEqualTo("2024-07-02 03:30:00 for 00:45:00");
        assertThat(due("9002#1")).isEqualTo("2024-01-16 01:00:00 for 01:30:00");
        assertThat(due("9003#1")).isEqualTo("2024-02-01 10:00:00 for 00:30:00");
        assertThat(due("9004#1")).isEqualTo("2024-08-01 09:00:00 for 00:30:00");
    }

    @Test
    void tellsTheStatusOfAnAppointmentByTypeAndTick() {
        assertThat(kind("9001#1")).isEqualTo("Strategy call: First, Call, open");
        assertThat(kind("9002#1")).isEqualTo("Studio visit, Meeting, done");
        assertThat(kind("9003#1")).isEqualTo("Studio visit, Appointment cancelled, done");
        assertThat(account.activity("9003#1").path("note").asText())
                .startsWith("Appointment_Status__c: cancelled<br>Appointment_Calendar__c: Studio visit<br>");
    }

    @Test
    void makesWhoBookedTheOnlyParticipant_andInvitesNobody() {
        assertThat(participants("9001#1")).containsExactly(ada.path("id").asLong());
        assertThat(participants("9004#1")).containsExactly(dan.path("id").asLong());
        assertThat(account.activity("9001#1").path("org_id")).isEqualTo(ada.path("org_id"));
        assertThat(account.all("activities"))
                .hasSize(4)
                .allMatch(activity -> activity.path("attendees").isEmpty());
    }

    @Test
    void letsTheHostOwnTheAppointment_elseTheDefaultOwner() {
        assertThat(account.ownerOf(account.activity("9001#1"))).isEqualTo(MigratedAccount.OLGA);
        assertThat(account.ownerOf(account.activity("9004#1"))).isEqualTo(MigratedAccount.OLGA);
        assertThat(account.ownerOf(account.activity("9002#1"))).isEqualTo(MigratedAccount.ADMIN);
    }

    private static List<String> phones(JsonNode person) {
        return person.path("phones").findValuesAsText("value");
    }

    private static String text(JsonNode person, String field) {
        return account.custom(PERSONS, person, field).asText("");
    }

    private static List<String> options(String field) {
        return account.field(PERSONS, field).path("options").findValuesAsText("label");
    }

    private static String due(String appointment) {
        JsonNode activity = account.activity(appointment);
        return activity.path("due_date").asText() + " "
                + activity.path("due_time").asText() + " for "
                + activity.path("duration").asText();
    }

    private static String kind(String appointment) {
        JsonNode activity = account.activity(appointment);
        return activity.path("subject").asText() + ", " + account.typeOf(activity) + ", "
                + (activity.path("done").asBoolean() ? "done" : "open");
    }

    private static List<Long> participants(String appointment) {
        return account.activity(appointment).path("participants").findValues("person_id").stream()
                .map(JsonNode::asLong)
                .toList();
    }
}
