package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.profi.ProfiSource;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.RunReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfiToFreshsalesTest extends FreshsalesPair {

    private static final List<String> STAFF = List.of("nora@haven.example", "tom@haven.example", "ines@haven.example");

    @Override
    String[] policies() {
        return new String[] {"industry", "field"};
    }

    @Override
    FreshsalesAccount open(Path folder) {
        return new FreshsalesAccount(
                new ProfiSource(), Settings.of("export", ProfiAccount.sample().toString()), folder, STAFF);
    }

    @Test
    void leavesBehind_whatHasToWait() {
        assertThat(account.report().held())
                .containsExactlyInAnyOrder(
                        new RunReport.ReasonCount("MemberToContact", "REFERENCE sales_accounts", 1),
                        new RunReport.ReasonCount("SessionNoteToNote", "REFERENCE contact_id", 1),
                        new RunReport.ReasonCount("SessionToDeal", "REFERENCE contacts", 1),
                        new RunReport.ReasonCount("BookingToAppointment", "REFERENCE contact_id", 1));
    }

    @Test
    void listsForTheAdministrator_whatNobodyCanMakeFromOutside() {
        assertThat(account.firstPreparation().result().completion()).isEqualTo(Completion.WAITS);
        assertThat(account.firstPreparation().schema())
                .filteredOn(element -> element.outcome().equals("FOR_A_PERSON"))
                .extracting(PrepareReport.Element::kind, PrepareReport.Element::label)
                .contains(
                        tuple("STAGE", "Appointment Scheduled"),
                        tuple("FIELD", "Package_Name__c"),
                        tuple("FIELD", "Sessions_Remaining__c"),
                        tuple("FIELD", "Billing_Frequency__c"),
                        tuple("FIELD", "Renewal_Date__c"),
                        tuple("FIELD", "Course_Enrollment__c"),
                        tuple("FIELD", "Course_Progress__c"),
                        tuple("FIELD", "Invoice_Status__c"),
                        tuple("FIELD", "Amount_Paid__c"));
    }

    @Test
    void makesAContactOfEachMember_oneOfThoseWithOneAddressAndName() {
        JsonNode ivo = account.contact("Ivo", "Ito");

        assertThat(account.all("contacts")).hasSize(31);
        assertThat(ivo.path("work_number").asText()).isEqualTo("+49305550999");
        assertThat(text("contacts", ivo, "Other_Phones__c")).isEqualTo("+49305550999, +49305550008");
        assertThat(text("contacts", ivo, "Profi_Created_At__c (exact)")).isEqualTo("2024-11-07T09:15:00Z");
        assertThat(account.named("lifecycle_stages", ivo.path("lifecycle_stage_id")))
                .isEqualTo("Customer");
        assertThat(account.named(
                        "lifecycle_stages", account.contact("Ada", "Ahlgren").path("lifecycle_stage_id")))
                .isEqualTo("Lead");
        assertThat(account.named("users", ivo.path("owner_id"))).isEqualTo("ines@haven.example");
    }

    @Test
    void makesOneAccountOfACompany_belowItsParent() {
        assertThat(names("sales_accounts"))
                .containsExactlyInAnyOrder(
                        "Lindgren Logistics",
                        "Lindgren Logistics Süd",
                        "Café Amélie",
                        "Blue Harbor Studios",
                        "Nordlicht GmbH",
                        "Harborview Clinic");
        JsonNode south =
                account.only("sales_accounts", one -> one.path("name").asText().endsWith("Süd"));
        assertThat(account.named("sales_accounts", south.path("parent_sales_account_id")))
                .isEqualTo("Lindgren Logistics");
    }

    @Test
    void makesADealOfEachSession_withItsShareOfThePackage() {
        JsonNode deal = account.withKey("deals", "SessionToDeal:se_0047");

        assertThat(account.all("deals")).hasSize(117);
        assertThat(deal.path("name").asText()).isEqualTo("Coaching with Kai");
        assertThat(deal.path("expected_close").asText()).isEqualTo("2025-02-10");
        assertThat(text("deals", deal, "Package_Name__c")).isEqualTo("Leadership Circle");
        assertThat(text("deals", deal, "Sessions_Remaining__c")).startsWith("7");
        assertThat(text("deals", deal, "Deal_Amount_From__c")).isEqualTo("Package share");
        assertThat(text("deals", deal, "Package_Link__c")).isEqualTo("inferred-unique");
        assertThat(text("deals", deal, "Invoice_Status__c")).isEqualTo("overdue");
    }

    @Test
    void putsDealsIntoTheStageOfTheirSession() {
        assertThat(stage("SessionToDeal:se_0047")).isEqualTo("Won");
        assertThat(stage("SessionToDeal:se_0049")).isEqualTo("Lost");
        JsonNode moved = account.withKey("deals", "SessionToDeal:se_0032");
        assertThat(stage("SessionToDeal:se_0032")).isEqualTo("Appointment Scheduled");
        assertThat(text("deals", moved, "Rescheduled_To__c")).isEqualTo("2025-04-03T15:15:00Z (se_0033)");
        assertThat(text("deals", account.withKey("deals", "SessionToDeal:se_0049"), "Lost_Reason__c"))
                .isEqualTo("No show");
    }

    @Test
    void makesADealOfAPackageThatNobodyHasBookedASessionOf() {
        JsonNode deal = account.withKey("deals", "PackageToDeal:en_007");

        assertThat(deal.path("name").asText()).isEqualTo("Leadership Circle");
        assertThat(text("deals", deal, "Package_Status__c")).isEqualTo("Pending");
    }

    @Test
    void makesAnAppointmentForEachClientOfAGroupSession() {
        List<JsonNode> circle = account.all("appointments").stream()
                .filter(one -> one.path("title").asText().equals("Group: Leadership Circle 1"))
                .toList();

        assertThat(circle).hasSizeGreaterThan(1);
        assertThat(circle)
                .allSatisfy(one -> {
                    assertThat(one.path("description").asText())
                            .startsWith("Session_Status__c: completed")
                            .contains("Meeting_Link__c: https://meet.google.com/abc-defg-hi0", "Session_Clients__c: ");
                    assertThat(one.path("location").asText()).isEqualTo("https://meet.google.com/abc-defg-hi0");
                })
                .extracting(one -> one.path("targetables").toString())
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsCoursesAndRecurringSessionsOnTheContact() {
        JsonNode kai = account.contact("Kai", "Keller");

        assertThat(text("contacts", kai, "Course_Enrollment__c"))
                .isEqualTo("Calm Mind, active, 40 %, 1 of 3 modules, https://haven.profi.example/c/1");
        assertThat(text("contacts", kai, "Course_Progress__c")).startsWith("40");
        assertThat(text("contacts", kai, "Recurring_Schedule__c")).startsWith("biweekly: Leadership Circle 1");
    }

    @Test
    void namesAuthorAndTimeInTheFirstLineOfANote_andLeadsToItsImage() {
        JsonNode note = account.only(
                "notes",
                one -> one.path("description")
                        .asText()
                        .contains("Chart " + account.linkTo("image-1.png", "[image 1]") + " done"));

        assertThat(note.path("description").asText()).contains("Morning pages, journal, ", "2025-10-");
        assertThat(account.all("notes"))
                .filteredOn(one -> one.path("description").asText().contains("Invoice Record"))
                .hasSize(28);
    }

    @Test
    void attachesFiles_andLinksThoseThatAreElsewhere() {
        assertThat(names("documents"))
                .containsExactlyInAnyOrder(
                        "agreement-ada.pdf",
                        "agreement-ada.pdf",
                        "workbook.txt",
                        "portrait.png",
                        "sketch.png",
                        "image-1.png");
        assertThat(names("document_links")).containsExactlyInAnyOrder("session.mp4", "expired.pdf");
    }

    @Test
    void keepsTheTimeOfCallsMeetingsAndMails() {
        assertThat(account.all("sales_activities")).hasSize(9);
        assertThat(account.all("sales_activities"))
                .extracting(one -> one.path("start_date").asText().substring(0, 7))
                .containsOnly("2026-01", "2026-02");
        assertThat(account.all("tasks")).hasSize(3);
    }
}
