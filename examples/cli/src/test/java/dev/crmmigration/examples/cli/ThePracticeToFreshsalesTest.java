package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.thepractice.PracticeSource;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThePracticeToFreshsalesTest extends FreshsalesPair {

    private static final List<String> COACHES =
            List.of("lena@lumen.example", "omar@lumen.example", "priya@lumen.example");

    @Override
    String[] policies() {
        return new String[] {"industry", "field"};
    }

    @Override
    FreshsalesAccount open(Path folder) {
        Settings settings =
                Settings.of("export", PracticeAccount.sample().toString()).with("contractLinks", "leave");
        return new FreshsalesAccount(new PracticeSource(), settings, folder, COACHES);
    }

    @Test
    void asksAboutNothingButIndustries_whenTheSampleIsPlanned(@TempDir Path folder) {
        try (FreshsalesAccount other = open(folder);
                Migration migration = other.open()) {
            migration.extract();

            assertThat(migration.plan().questions())
                    .isNotEmpty()
                    .allSatisfy(question -> assertThat(question.toString()).contains("industry"));
        }
    }

    @Test
    void leavesBehind_whatHasToWait() {
        // A client has the address of another; its package, sessions and invoice wait with it. The rest belongs to
        // nobody.
        assertThat(account.report().held())
                .containsExactlyInAnyOrder(
                        new RunReport.ReasonCount("ClientToContact", "REFERENCE sales_accounts", 1),
                        new RunReport.ReasonCount("PackageToDeal", "BLOCKED", 1),
                        new RunReport.ReasonCount("SessionToAppointment", "BLOCKED", 10),
                        new RunReport.ReasonCount("InvoiceToNoteAndActivity", "BLOCKED", 1),
                        new RunReport.ReasonCount("NoteToNote", "REFERENCE contact_id", 1),
                        new RunReport.ReasonCount("IntakeFormToNote", "REFERENCE contact_id", 1),
                        new RunReport.ReasonCount("SessionToAppointment", "REFERENCE contact_id", 1));
    }

    @Test
    void listsForTheAdministrator_whatNobodyCanMakeFromOutside() {
        assertThat(account.firstPreparation().result().completion()).isEqualTo(Completion.WAITS);
        assertThat(account.firstPreparation().schema())
                .filteredOn(element -> element.outcome().equals("FOR_A_PERSON"))
                .extracting(PrepareReport.Element::kind, PrepareReport.Element::label)
                .contains(
                        tuple("STAGE", "Active"),
                        tuple("STAGE", "Paused"),
                        tuple("ACTIVITY_TYPE", "Payment Received"),
                        tuple("FIELD", "Source_System_ID__c"),
                        tuple("FIELD", "Referral_Source"),
                        tuple("FIELD", "Companies__c"),
                        tuple("FIELD", "Status_Active_At__c"),
                        tuple("FIELD", "Sessions_Remaining__c"),
                        tuple("FIELD", "coaching_tier"));
    }

    @Test
    void makesAContactOfEachClient_oneOfThoseWithOneAddressAndName() {
        JsonNode pavel = account.contact("Pavel", "Petrov");

        assertThat(account.all("contacts")).hasSize(20);
        assertThat(text("contacts", pavel, "Source_System_ID__c")).isEqualTo("cl_04");
        assertThat(text("contacts", pavel, "Instagram_URL__c")).isEqualTo("https://social.example/i/pavel");
        assertThat(text("contacts", pavel, "Birthday__c")).startsWith("1964-05-14");
        assertThat(text("contacts", pavel, "Other_Phones__c")).contains("+49");
        assertThat(account.named("lifecycle_stages", pavel.path("lifecycle_stage_id")))
                .isEqualTo("Lead");
        assertThat(account.named(
                        "lifecycle_stages", account.contact("Mara", "Mohr").path("lifecycle_stage_id")))
                .isEqualTo("Customer");
        assertThat(account.named("users", pavel.path("owner_id"))).isEqualTo("lena@lumen.example");
    }

    @Test
    void makesOneAccountOfEachCompany_andNamesAllOfAClient() {
        JsonNode opal = account.contact("Opal", "Okoye");

        assertThat(names("sales_accounts"))
                .containsExactlyInAnyOrder(
                        "Brightwater Clinic", "Studio Ferro", "Okoye Consulting", "Café Zorn", "Kessler & Sons");
        assertThat(text("contacts", opal, "Companies__c"))
                .startsWith("Okoye Consulting, Brightwater Clinic, Studio Ferro, ")
                .contains("Okoye Consulting (own business, Founder)");
        assertThat(opal.path("sales_accounts")).hasSize(3);
        assertThat(account.named(
                        "sales_accounts", opal.path("sales_accounts").get(0).path("id")))
                .isEqualTo("Okoye Consulting");
    }

    @Test
    void makesADealOfEachPackage_worthWhatIsLeftOfIt() {
        JsonNode deal = deal("cp_01");

        assertThat(account.all("deals")).hasSize(18);
        assertThat(deal.path("name").asText()).isEqualTo("Mara Mohr - Focus Five");
        assertThat(deal.path("amount").asText()).isEqualTo("300.0");
        assertThat(deal.path("expected_close").asText()).isEqualTo("2025-08-03");
        assertThat(text("deals", deal, "Value_From__c")).isEqualTo("remaining, stated");
        assertThat(text("deals", deal, "Invoice_Status__c")).isEqualTo("sent");
        assertThat(deal("cp_09").path("amount").asText()).isEqualTo("0.0");
        assertThat(text("deals", deal("cp_09"), "Value_From__c")).isEqualTo("none, paid by use");
        assertThat(deal("cp_02").path("amount").asText()).isEqualTo("750.0");
    }

    @Test
    void putsDealsIntoTheStageOfTheirStatus_andKeepsWhenEachStatusWasReached() {
        assertThat(stageOf("cp_01")).isEqualTo("Active");
        assertThat(stageOf("cp_05")).isEqualTo("Paused");
        assertThat(stageOf("cp_02")).isEqualTo("Won");
        assertThat(stageOf("cp_06")).isEqualTo("Lost");
        assertThat(text("deals", deal("cp_10"), "Package_Status__c")).isEqualTo("Expired");
        assertThat(text("deals", deal("cp_06"), "Lost_Reason__c")).isEqualTo("Package cancelled");
        assertThat(text("deals", deal("cp_05"), "Status_Paused_At__c (exact)"))
                .startsWith(text("deals", deal("cp_05"), "Status_Paused_At__c"))
                .endsWith("T10:00:00Z");
        assertThat(text("deals", deal("cp_01"), "Status_Log__c"))
                .contains("active -> paused by lena@lumen.example", "paused -> active by");
    }

    @Test
    void makesAppointmentsOfSessions_andTasksOfAdministrativeOnes() {
        JsonNode first = appointment("Practice_Session__c: se_001");

        assertThat(first.path("description").asText())
                .startsWith("Session_Status__c: completed")
                .contains("Meeting_Link__c: https://meet.google.com/abc-defg-h01", "mood: calm");
        assertThat(first.path("location").asText()).isEqualTo("https://meet.google.com/abc-defg-h01");
        assertThat(account.all("tasks"))
                .extracting(
                        one -> one.path("title").asText(),
                        one -> one.path("status").asInt())
                .containsExactlyInAnyOrder(tuple("Task: Send the workbook", 1), tuple("Task: Prepare the review", 0));
    }

    @Test
    void makesAnAppointmentForEachClientOfAGroupSession() {
        List<JsonNode> circle = account.all("appointments").stream()
                .filter(one -> one.path("title").asText().equals("Group: Leadership circle 1"))
                .toList();

        assertThat(circle)
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.path("description").asText())
                        .contains("Attendance__c: mara.mohr@clients.example, attended"))
                .extracting(one -> one.path("targetables").toString())
                .doesNotHaveDuplicates();
    }

    @Test
    void namesAuthorAndTimeInTheFirstLineOfANote_andLeadsToItsImage() {
        assertThat(note("Practice_Form_Response__c: rs_04"))
                .contains("<b>Intake, intake, pavel.petrov@clients.example, 2025-")
                .containsSubsequence("What brings you here?", "How ready are you", "Files: intake-upload.txt");
        assertThat(note("<b>Plan, priya@lumen.example, 2025-09-21"))
                .containsPattern("Chart <a href=\"[^\"]+/documents/[0-9]+\">\\[image 1]</a> done");
        assertThat(note("Practice_Contract__c: ct_3")).contains("File is missing: its link was not called");
        assertThat(account.all("notes"))
                .noneMatch(one -> one.path("description").asText().contains("files.lumen.example"));
    }

    @Test
    void makesANoteOfEachInvoice_andASalesActivityOfEachThatWasSettled() {
        assertThat(note("Practice_Invoice__c: in_03")).contains("Marked as paid by hand");
        assertThat(account.all("sales_activities"))
                .hasSize(7)
                .allSatisfy(one -> assertThat(account.named("sales_activity_types", one.path("sales_activity_type_id")))
                        .isEqualTo("Payment Received"))
                .extracting(one -> one.path("start_date").asText().substring(0, 10))
                .contains("2025-05-11", "2025-12-04");
    }

    @Test
    void givesContactsTheirPropertiesTagsAndHowTheyFoundThePractice() {
        JsonNode mara = account.contact("Mara", "Mohr");

        assertThat(text("contacts", mara, "coaching_tier")).isEqualTo("Silver");
        assertThat(text("contacts", mara, "intake_score")).startsWith("7");
        assertThat(text("contacts", mara, "Referral_Source")).isEqualTo("Organic search");
        assertThat(mara.path("tags").toString()).contains("vip", "speaker", "leadership", "member");
        assertThat(text("contacts", mara, "Tag_Origins__c"))
                .isEqualTo("vip (own); speaker (own); leadership (group:Leadership circle); member (group:Members)");
        assertThat(text("deals", deal("cp_02"), "goal")).isEqualTo("Change the job");
    }

    @Test
    void attachesFiles_andLinksThoseThatAreElsewhere() {
        assertThat(names("documents"))
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
        assertThat(names("document_links"))
                .containsExactlyInAnyOrder("session.mp4", "receipt.pdf", "Coaching agreement", "Image release");
    }

    private JsonNode deal(String clientPackage) {
        return account.withKey("deals", "PackageToDeal:" + clientPackage);
    }

    private String stageOf(String clientPackage) {
        return stage("PackageToDeal:" + clientPackage);
    }

    private JsonNode appointment(String words) {
        return account.only(
                "appointments", one -> one.path("description").asText().contains(words));
    }

    private String note(String words) {
        return account.only("notes", one -> one.path("description").asText().contains(words))
                .path("description")
                .asText();
    }
}
