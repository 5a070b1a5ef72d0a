package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfiToPipedriveTest {

    private static final String PERSONS = "personFields";
    private static final String DEALS = "dealFields";

    private static ProfiAccount account;

    @BeforeAll
    static void migrate(@TempDir Path folder) {
        account = ProfiAccount.migrate(ProfiAccount.sample(), folder.resolve("work"));
    }

    @Test
    void closesAllCountsAndReadsEveryValueBack_butForWhatBelongsToNobody() {
        assertThat(account.reconciliation().closed()).isTrue();
        assertThat(account.reconciliation().differences()).isEmpty();
        assertThat(account.report().failed()).isEmpty();
        assertThat(account.report().held())
                .containsExactlyInAnyOrder(
                        new RunReport.ReasonCount("NoteToNote", "REFERENCE person_id", 1),
                        new RunReport.ReasonCount("SessionToActivity", "REFERENCE participants", 1));
    }

    @Test
    void makesAPersonOfEachClient_oneOfThoseWithOneAddressAndName_noneOfABusiness() {
        assertThat(account.all("persons")).hasSize(32);
        assertThat(account.all("persons"))
                .filteredOn(person -> person.path("name").asText().endsWith(" Brandt"))
                .hasSize(2);
        JsonNode ivo = account.person("Ivo Ito");
        assertThat(ivo.path("phones").findValuesAsText("value")).containsExactly("+49305550999", "+49305550008");
        assertThat(account.custom(PERSONS, ivo, "Address__c").path("locality").asText())
                .isNotEmpty();
        assertThat(account.labels(PERSONS, ivo)).contains("returning");
    }

    @Test
    void keepsFurtherAddressesAndSocialLinks() {
        JsonNode gus = account.person("Gus Gómez");

        assertThat(gus.path("emails").findValuesAsText("value"))
                .containsExactlyInAnyOrder("gus.gmez@clients.example", "gus.private@mail.example", "gus@old.example");
        assertThat(text(gus, "LinkedIn_URL__c")).isEqualTo("https://social.example/in/gus");
        assertThat(text(gus, "Website_URL__c")).isEqualTo("https://gus.example");
        assertThat(text(account.person("Hana Hansen"), "Co_Coaches__c"))
                .isEqualTo("nora@haven.example, tom@haven.example");
    }

    @Test
    void makesOneOrganizationOfACompany_byIdOrByName_andOfABusiness() {
        assertThat(account.all("organizations").stream()
                        .map(one -> one.path("name").asText()))
                .containsExactlyInAnyOrder(
                        "Lindgren Logistics",
                        "Lindgren Logistics S\u00fcd",
                        "Caf\u00e9 Am\u00e9lie",
                        "Blue Harbor Studios",
                        "Nordlicht GmbH",
                        "Harborview Clinic");
        assertThat(account.person("Emil Eriksen").path("org_id"))
                .isEqualTo(account.person("Fia Fischer").path("org_id"));
        assertThat(account.person("Ada Ahlgren").path("org_id"))
                .isEqualTo(account.person("Ben Bauer").path("org_id"));
        assertThat(account.all("organizationRelationships")).hasSize(1);
    }

    @Test
    void makesADealOfEachEnrollment_withItsOwnNumbers() {
        JsonNode deal = account.dealOf("en_001");

        assertThat(account.all("deals")).hasSize(28);
        assertThat(deal.path("title").asText()).isEqualTo("Starter Bundle");
        assertThat(deal.path("value").decimalValue()).isEqualByComparingTo("480");
        assertThat(deal.path("currency").asText()).isEqualTo("EUR");
        assertThat(account.picked(DEALS, deal, "Package_Tier__c")).containsExactly("Starter");
        assertThat(account.custom(DEALS, deal, "Sessions_Remaining__c").asInt()).isEqualTo(2);
        assertThat(account.custom(DEALS, deal, "Enrolled_At__c").asText()).isEqualTo("2025-01-26");
        assertThat(account.custom(DEALS, deal, "Package_Expiry__c").asText()).isEqualTo("2025-07-25");
    }

    @Test
    void tellsWhatBecameOfAnEnrollmentByStatusAndStage_atItsOwnTime() {
        assertThat(account.dealOf("en_001").path("status").asText()).isEqualTo("open");
        assertThat(account.stageOf(account.dealOf("en_001"))).isEqualTo("Profi packages / Active");
        JsonNode completed = account.dealOf("en_003");
        assertThat(completed.path("status").asText()).isEqualTo("won");
        assertThat(account.stageOf(completed)).isEqualTo("Profi packages / Completed");
        assertThat(completed.path("won_time").asText()).startsWith("2025-02-");
        JsonNode cancelled = account.dealOf("en_005");
        assertThat(cancelled.path("status").asText()).isEqualTo("lost");
        assertThat(cancelled.path("lost_reason").asText()).isEqualTo("Package cancelled");
    }

    @Test
    void linksSessionsToPackagesAgain_byWhatBalances() {
        List<String> notes = new ArrayList<>();
        account.all("activities")
                .forEach(activity -> notes.add(activity.path("note").asText()));

        assertThat(notes)
                .filteredOn(note -> note.contains("Package_Link__c: inferred-balanced"))
                .hasSize(5);
        assertThat(notes)
                .filteredOn(note -> note.contains("Package_Link__c: inferred-unique"))
                .isNotEmpty();
        assertThat(account.custom(DEALS, account.dealOf("en_100"), "Package_Balance__c")
                        .asText())
                .isEqualTo("balanced");
    }

    @Test
    void tellsTheStatusOfASessionByTypeAndTickAndInTheNote() {
        JsonNode moved = account.activity("Session_Status__c: rescheduled");
        assertThat(account.typeOf(moved)).isEqualTo("Session rescheduled");
        assertThat(moved.path("note").asText()).contains("Rescheduled_To__c: 2025-");
        JsonNode cancelled = account.activity("Reason: Ill &lt;at home&gt;");
        assertThat(account.typeOf(cancelled)).isEqualTo("Session cancelled");
        assertThat(account.typeOf(account.activity("Session_Status__c: requested")))
                .isEqualTo("Session requested");
    }

    @Test
    void findsTheLinkOfAMeetingInLocationOrNotes() {
        assertThat(account.activity("(extracted from notes)").path("location").toString())
                .contains("https://teams.microsoft.com/l/meetup-join/19%3ameeting_x");
        assertThat(account.activity("meet.google.com/abc-defg-hi0").path("note").asText())
                .contains("(extracted from location)", "Recording_URL__c: https://video.example/rec/0");
    }

    @Test
    void letsAllClientsOfAGroupSessionTakePart() {
        JsonNode circle = account.activity("meet.google.com/abc-defg-hi1");

        assertThat(circle.path("subject").asText()).isEqualTo("Group: Leadership Circle 2");
        assertThat(circle.path("participants")).hasSize(3);
        assertThat(circle.path("duration").asText()).startsWith("02:00");
    }

    @Test
    void readsTheLengthOfASessionFromItsService_whenItHasNoEnd() {
        JsonNode talk = account.only(
                "activities",
                one -> one.path("subject").asText().equals("Consultation: First talk")
                        && account.typeOf(one).equals("Session requested"));

        assertThat(talk.path("duration").asText()).startsWith("00:30");
    }

    @Test
    void keepsCoursesAndRecurringSessionsOnThePerson() {
        JsonNode kai = account.person("Kai Keller");

        assertThat(account.picked(PERSONS, kai, "Content_Access_Status__c")).containsExactly("active");
        assertThat(text(kai, "Content_Courses__c"))
                .isEqualTo("Calm Mind, active, 40 %, 1 of 3 modules, https://haven.profi.example/c/1");
        assertThat(text(account.person("Ada Ahlgren"), "Recurring_Schedule__c"))
                .startsWith(
                        "weekly: Coaching with Ada, from 2025-01-31 10:00 Europe/Berlin, until 2025-03-27, 4 sessions");
    }

    @Test
    void writesNotesAtTheirTimeWithTheirAuthorInTheText() {
        JsonNode note =
                account.only("notes", one -> one.path("content").asText().contains("Chart [image 1] done"));

        assertThat(note.path("content").asText()).contains("Morning pages, journal, ");
        assertThat(note.path("add_time").asText()).startsWith("2025-10-");
        assertThat(account.all("notes"))
                .noneMatch(one -> one.path("content").asText().contains("track()"));
    }

    @Test
    void attachesFilesAndInlineImages_andNamesThoseThatAreNotThere() {
        List<String> names = account.all("files").stream()
                .map(file -> file.path("name").asText())
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "agreement-ada.pdf",
                        "agreement-ada.pdf",
                        "workbook.txt",
                        "portrait.png",
                        "sketch.png",
                        "image-1.png");
        assertThat(account.all("notes"))
                .filteredOn(one -> one.path("content").asText().contains("File that was not in the export"))
                .hasSize(2);
    }

    @Test
    void givesRecordsToTheirCoaches() {
        assertThat(account.ownerOf(account.person("Ada Ahlgren"))).isEqualTo("nora@haven.example");
        assertThat(account.ownerOf(account.person("Ben Bauer"))).isEqualTo("tom@haven.example");
        assertThat(account.ownerOf(account.dealOf("en_003"))).isEqualTo("ines@haven.example");
    }

    @Test
    void makesFieldsOfCustomFields_fromColumnsAndFromRows() {
        JsonNode ada = account.person("Ada Ahlgren");

        assertThat(account.typeOfField(PERSONS, "referral_source")).isEqualTo("enum");
        assertThat(account.typeOfField(PERSONS, "coaching_focus_area")).isEqualTo("set");
        assertThat(account.typeOfField(PERSONS, "membership_start_date")).isEqualTo("date");
        assertThat(account.custom(PERSONS, ada, "intake_score").asText()).isEqualTo("7");
        assertThat(account.custom(DEALS, account.dealOf("en_001"), "goal_statement")
                        .asText())
                .isEqualTo("Lead the team\nwithout haste");
    }

    @Test
    void makesANoteOfEachInvoice_andAnActivityOfEachThatWasSettled() {
        assertThat(account.all("notes"))
                .filteredOn(one -> one.path("content").asText().contains("Profi_Invoice__c: "))
                .hasSize(28);
        assertThat(account.all("activities"))
                .filteredOn(one -> account.typeOf(one).equals("Payment Received"))
                .hasSize(8);
    }

    @Test
    void putsLeadsIntoTheInbox() {
        assertThat(account.all("leads")).hasSize(3);
    }

    @Test
    void listsWhatHasToBeRebuiltOrIsNotThere() {
        assertThat(account.profile().automations())
                .anyMatch(line -> line.startsWith("Course drip (drip, active): trigger content.enrolled"))
                .anyMatch(line -> line.startsWith("recurring sessions, biweekly: "));
        assertThat(account.profile().gaps())
                .contains("sessions linked to packages, inferred-balanced: 5")
                .anyMatch(gap -> gap.startsWith("file files/unlisted.txt is in the export"));
    }

    private static String text(JsonNode person, String field) {
        return account.custom(PERSONS, person, field).asText("");
    }
}
