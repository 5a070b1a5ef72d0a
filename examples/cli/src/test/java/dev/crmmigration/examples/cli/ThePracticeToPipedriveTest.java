package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThePracticeToPipedriveTest {

    private static final String PERSONS = "personFields";
    private static final String DEALS = "dealFields";

    private static PracticeAccount account;

    @BeforeAll
    static void migrate(@TempDir Path folder) {
        account = PracticeAccount.migrate(PracticeAccount.sample(), folder.resolve("work"));
    }

    @Test
    void closesAllCountsAndReadsEveryValueBack_butForWhatBelongsToNobody() {
        assertThat(account.reconciliation().closed()).isTrue();
        assertThat(account.reconciliation().differences()).isEmpty();
        assertThat(account.report().failed()).isEmpty();
        assertThat(account.report().held())
                .containsExactlyInAnyOrder(
                        new RunReport.ReasonCount("NoteToNote", "REFERENCE person_id", 1),
                        new RunReport.ReasonCount("IntakeFormToNote", "REFERENCE person_id", 1),
                        new RunReport.ReasonCount("SessionToActivity", "REFERENCE participants", 1));
    }

    @Test
    void makesAPersonOfEachClient_withAllAddressesAndItsKey() {
        JsonNode pavel = account.person("Pavel Petrov");

        assertThat(account.all("persons")).hasSize(21);
        assertThat(account.all("persons"))
                .filteredOn(person -> person.path("name").asText().endsWith(" Rowe"))
                .hasSize(2);
        assertThat(pavel.path("emails").findValuesAsText("value"))
                .containsExactly("pavel.petrov@clients.example", "pavel@home.example", "pavel@old.example");
        assertThat(pavel.path("phones").findValuesAsText("value")).hasSize(2);
        assertThat(text(pavel, "Instagram_URL__c")).isEqualTo("https://social.example/i/pavel");
        assertThat(text(pavel, "Source_System_ID__c")).isEqualTo("cl_04");
    }

    @Test
    void makesOneOrganizationOfEachCompany_relatesThoseOfOneClient_andNamesThemAll() {
        JsonNode opal = account.person("Opal Okoye");

        assertThat(account.all("organizations").stream()
                        .map(one -> one.path("name").asText()))
                .containsExactlyInAnyOrder(
                        "Brightwater Clinic", "Studio Ferro", "Okoye Consulting", "Caf\u00e9 Zorn", "Kessler & Sons");
        assertThat(account.withId("organizations", opal.path("org_id"))
                        .path("name")
                        .asText())
                .isEqualTo("Okoye Consulting");
        assertThat(text(opal, "Companies__c"))
                .startsWith("Okoye Consulting, Brightwater Clinic, Studio Ferro, ")
                .contains("Okoye Consulting (own business, Founder)");
        assertThat(account.all("organizationRelationships")).hasSize(3);
        assertThat(account.person("Udo Ullmann").path("org_id"))
                .isEqualTo(account.person("Vera Voss").path("org_id"));
        assertThat(account.person("Wim Wolters").path("org_id").isNull()).isTrue();
    }

    @Test
    void makesADealOfEachPackage_worthWhatIsLeftOfIt() {
        JsonNode deal = account.dealOf("cp_01");

        assertThat(account.all("deals")).hasSize(19);
        assertThat(deal.path("title").asText()).isEqualTo("Mara Mohr - Focus Five");
        assertThat(deal.path("value").decimalValue()).isEqualByComparingTo("300");
        assertThat(value(deal, "Value_From__c")).isEqualTo("remaining, stated");
        assertThat(value(account.dealOf("cp_03"), "Value_From__c")).isEqualTo("remaining, computed");
        assertThat(value(account.dealOf("cp_09"), "Value_From__c")).isEqualTo("none, paid by use");
        JsonNode completed = account.dealOf("cp_02");
        assertThat(completed.path("value").decimalValue()).isEqualByComparingTo("750");
        assertThat(value(completed, "Value_From__c")).isEqualTo("total");
    }

    @Test
    void putsDealsIntoTheStageOfTheirStatus_andKeepsWhenEachStatusWasReached() {
        JsonNode paused = account.dealOf("cp_05");
        assertThat(account.stageOf(paused)).isEqualTo("Coaching packages / Paused");
        assertThat(paused.path("status").asText()).isEqualTo("open");
        assertThat(value(paused, "Status_Paused_At__c (exact)"))
                .startsWith(value(paused, "Status_Paused_At__c"))
                .endsWith("T10:00:00Z");
        JsonNode won = account.dealOf("cp_02");
        assertThat(won.path("status").asText()).isEqualTo("won");
        assertThat(won.path("won_time").asText()).startsWith(value(won, "Status_Completed_At__c"));
        JsonNode lost = account.dealOf("cp_06");
        assertThat(lost.path("lost_reason").asText()).isEqualTo("Package cancelled");
        assertThat(value(account.dealOf("cp_01"), "Status_Log__c"))
                .contains("active -> paused by lena@lumen.example", "paused -> active by");
        assertThat(value(account.dealOf("cp_16"), "Status_Times_From__c")).isEqualTo("last change of the row");
    }

    @Test
    void linksSessionsToPackagesAgain_andSaysWhetherTheyAddUp() {
        assertThat(notesOfActivities("Package_Link__c: inferred-balanced")).isEqualTo(3);
        assertThat(notesOfActivities("Package_Link__c: inferred-unique")).isPositive();
        assertThat(notesOfActivities("Stated_Package__c: cp_lost")).isPositive();
        assertThat(value(account.dealOf("cp_50"), "Package_Balance__c")).isEqualTo("balanced");
        assertThat(value(account.dealOf("cp_13"), "Package_Balance__c")).isEqualTo("under-linked");
        assertThat(account.profile().gaps())
                .contains("sessions linked to packages, inferred-balanced: 3")
                .anyMatch(gap -> gap.startsWith("client package cp_13 is under-linked"));
    }

    @Test
    void makesMeetingsOfSessionsAndTasksOfAdministrativeOnes_byStatus() {
        assertThat(account.typeOf(account.activity("Practice_Session__c: se_001")))
                .isEqualTo("Meeting");
        JsonNode task = account.activity("Printed and posted");
        assertThat(account.typeOf(task)).isEqualTo("Task");
        assertThat(task.path("done").asBoolean()).isTrue();
        assertThat(account.typeOf(account.activity("Session_Status__c: rescheduled")))
                .isEqualTo("Session rescheduled");
        assertThat(account.typeOf(account.activity("Ill &lt;at home&gt;"))).isEqualTo("Session cancelled");
        assertThat(account.activity("Session_Status__c: scheduled").path("done").asBoolean())
                .isFalse();
        assertThat(account.activity("mood: calm").path("note").asText())
                .contains("Recording_URL__c: https://video.example");
    }

    @Test
    void letsAllAttendeesTakePart_andHangsSessionsOnTheirDeal() {
        JsonNode circle = account.activity("(extracted from location)");
        JsonNode group =
                account.only("activities", one -> one.path("subject").asText().equals("Group: Leadership circle 1"));

        assertThat(circle.path("location").toString()).contains("https://meet.google.com/abc-defg-h");
        assertThat(group.path("participants")).hasSize(3);
        assertThat(group.path("duration").asText()).startsWith("02:00");
        assertThat(group.path("note").asText()).contains("Attendance__c: mara.mohr@clients.example, attended");
        JsonNode first = account.activity("Practice_Session__c: se_001");
        assertThat(account.withId("deals", first.path("deal_id"))).isEqualTo(account.dealOf("cp_01"));
    }

    @Test
    void givesRecordsToTheirCoaches() {
        assertThat(account.ownerOf(account.person("Mara Mohr"))).isEqualTo("lena@lumen.example");
        assertThat(account.ownerOf(account.dealOf("cp_02"))).isEqualTo("omar@lumen.example");
        assertThat(account.ownerOf(account.person("Opal Okoye"))).isEqualTo("priya@lumen.example");
    }

    @Test
    void writesFilledInFormsWithTheirAnswersInOrder_andNotesAtTheirTime() {
        JsonNode form = note("Practice_Form_Response__c: rs_04");
        assertThat(form.path("content").asText())
                .contains("<b>Intake, intake, pavel.petrov@clients.example, 2025-")
                .containsSubsequence("What brings you here?", "How ready are you", "Files: intake-upload.txt");
        assertThat(form.path("add_time").asText()).startsWith("2025-04-02");
        assertThat(note("Practice_Form_Response__c: rs_09").path("content").asText())
                .contains("Not answered: What brings you here?");
        assertThat(note("<b>Plan, priya@lumen.example, 2025-09-21")
                        .path("content")
                        .asText())
                .contains("Chart [image 1] done");
        assertThat(account.all("notes"))
                .noneMatch(one -> one.path("content").asText().contains("track()"));
    }

    @Test
    void makesANoteOfEachInvoice_andAnActivityOfEachThatWasSettled() {
        JsonNode alone = note("Practice_Invoice__c: in_19");

        assertThat(notes("Practice_Invoice__c: ")).isEqualTo(19);
        assertThat(alone.path("deal_id").asInt()).isZero();
        assertThat(note("Practice_Invoice__c: in_01").path("deal_id"))
                .isEqualTo(account.dealOf("cp_01").path("id"));
        assertThat(account.all("activities"))
                .filteredOn(one -> account.typeOf(one).equals("Payment Received"))
                .hasSize(7);
        assertThat(note("Practice_Invoice__c: in_03").path("content").asText()).contains("Marked as paid by hand");
    }

    @Test
    void makesFieldsOfProperties_fromColumnsRowsAndAnswers() {
        JsonNode mara = account.person("Mara Mohr");

        assertThat(account.typeOfField(PERSONS, "focus")).isEqualTo("set");
        assertThat(account.picked(PERSONS, mara, "coaching_tier")).containsExactly("Silver");
        assertThat(account.custom(PERSONS, mara, "intake_score").asText()).isEqualTo("7");
        assertThat(account.custom(PERSONS, account.person("Opal Okoye"), "intake_score")
                        .asText())
                .isEqualTo("6");
        assertThat(account.custom(DEALS, account.dealOf("cp_01"), "goal").asText())
                .isEqualTo("Lead the team\nwithout haste");
        assertThat(account.custom(DEALS, account.dealOf("cp_02"), "goal").asText())
                .isEqualTo("Change the job");
    }

    @Test
    void keepsHowAClientFoundThePractice_inOnePickListOnly() {
        assertThat(account.typeOfField(PERSONS, "Referral_Source")).isEqualTo("enum");
        assertThat(account.picked(PERSONS, account.person("Wim Wolters"), "Referral_Source"))
                .containsExactly("Instagram");
        assertThat(account.picked(PERSONS, account.person("Xenia Xander"), "Referral_Source"))
                .containsExactly("Podcast");
        assertThat(account.all(PERSONS))
                .noneMatch(field -> field.path("field_name").asText().equals("referral_source"));
    }

    @Test
    void givesPersonsTheTagsThatTheirGroupsHandDown_andSaysFromWhere() {
        JsonNode mara = account.person("Mara Mohr");

        assertThat(account.labels(PERSONS, mara)).containsExactlyInAnyOrder("vip", "speaker", "leadership", "member");
        assertThat(text(mara, "Tag_Origins__c"))
                .isEqualTo("vip (own); speaker (own); leadership (group:Leadership circle); member (group:Members)");
        assertThat(account.picked(PERSONS, mara, "Groups__c")).containsExactly("Leadership circle");
        assertThat(account.labels(PERSONS, account.person("Zora Zorn"))).contains("alumni");
    }

    @Test
    void attachesContractsToTheDealOfTheirPackage_andSaysWhyOneIsMissing() {
        List<String> names = account.all("files").stream()
                .map(file -> file.path("name").asText())
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "agreement-mara.pdf",
                        "agreement-noel.pdf",
                        "worksheet.txt",
                        "worksheet.txt",
                        "intake-upload.txt",
                        "portrait.png",
                        "board.png",
                        "image-1.png",
                        "image-1.png");
        JsonNode file = account.only("files", one -> one.path("name").asText().equals("agreement-mara.pdf"));
        assertThat(file.path("deal_id")).isEqualTo(account.dealOf("cp_01").path("id"));
        assertThat(note("Practice_Contract__c: ct_3").path("content").asText())
                .contains("File is missing: its link was not called", "https://files.lumen.example/signed/ct_3");
        assertThat(notes("File that was not in the export")).isEqualTo(2);
    }

    @Test
    void putsLeadsIntoTheInbox() {
        assertThat(account.all("leads")).hasSize(5);
    }

    @Test
    void listsWhatHasToBeRebuiltOrIsNotThere() {
        assertThat(account.profile().automations())
                .contains("Intake before first talk (scheduler, active): trigger session.booked; conditions"
                        + " {\"field\":\"type\",\"is\":\"discovery\"}; actions"
                        + " {\"params\":{\"form\":\"Intake\"},\"type\":\"send_form\"}")
                .anyMatch(line -> line.startsWith("form Intake (intake): 4 question(s), of which 2 fill a property"));
        assertThat(account.profile().gaps())
                .contains(
                        "2 contract(s) have no file: its link was not called",
                        "1 contract(s) have no file: the export has neither a file nor a link",
                        "2 invoice(s) belong to no package: their notes and payments are on the person alone")
                .anyMatch(gap -> gap.startsWith("file files/leftover.txt is in the export"));
    }

    private static JsonNode note(String words) {
        return account.only("notes", one -> one.path("content").asText().contains(words));
    }

    private static long notes(String words) {
        return account.all("notes").stream()
                .filter(one -> one.path("content").asText().contains(words))
                .count();
    }

    private static long notesOfActivities(String words) {
        return account.all("activities").stream()
                .filter(one -> one.path("note").asText().contains(words))
                .count();
    }

    private static String value(JsonNode deal, String field) {
        return account.custom(DEALS, deal, field).asText("");
    }

    private static String text(JsonNode person, String field) {
        return account.custom(PERSONS, person, field).asText("");
    }
}
