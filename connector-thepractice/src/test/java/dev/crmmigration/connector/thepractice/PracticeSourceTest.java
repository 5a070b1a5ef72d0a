package dev.crmmigration.connector.thepractice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.testkit.contract.ExportFiles;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeSourceTest {

    private static final String PACKAGES =
            "client_package_id,client_id,package_id,status,quantity_total,quantity_used,quantity_remaining,price,currency,"
                    + "starts_on,ends_on,updated_at";
    private static final String SESSIONS =
            "session_id,client_id,client_package_id,package_title,type,status,starts_at,duration_minutes,quantity_counted";

    @TempDir
    Path folder;

    private ExportFiles bundle;

    @BeforeEach
    void begin() {
        bundle = new ExportFiles(folder, new PracticeSource())
                .setting("zone", "Europe/Berlin")
                .setting("currency", "EUR")
                .setting("contractLinks", "leave")
                .setting("lostInheritance", "report")
                .file(
                        "clients.csv",
                        "client_id,first_name,email,tags,groups,company_id",
                        "c1,Ada,ada@x.example,own,,o1",
                        "c2,Eva,eva@x.example,,Board,",
                        "c3,Ina,ina@x.example,,,");
    }

    @Test
    void handsTagsDownFromGroupsAndTheirAncestors_andSaysWhereEachIsFrom() {
        bundle.file(
                        "groups.csv",
                        "group_id,name,parent_group_id,tags",
                        "g1,Members,,member",
                        "g2,Board,g1,lead;own",
                        "g3,Other,,other")
                .file("group_members.csv", "group_id,client_id,client_email", "g2,c1,", "g3,lost,INA@x.example");

        assertThat(field("client", "effective_tags"))
                .containsExactly(List.of("own", "lead", "member"), List.of("lead", "own", "member"), List.of("other"));
        assertThat(field("client", "tag_origins").get(0))
                .isEqualTo("own (own, group:Board); lead (group:Board); member (group:Members)");
        assertThat(field("client", "group_names")).contains(List.of("Board"), List.of("Other"));
    }

    @Test
    void handsTagsDownOnce_whenGroupsGoRoundInACircle() {
        bundle.file("groups.csv", "group_id,name,parent_group_id,tags", "g1,Board,g2,a", "g2,Club,g1,b", "g3,Own,g3,c");

        assertThat(field("client", "effective_tags").get(1)).isEqualTo(List.of("a", "b"));
        assertThat(bundle.remarks("group"))
                .containsExactly(
                        "parent_group_id GROUP_CIRCLE", "parent_group_id GROUP_CIRCLE", "parent_group_id GROUP_CIRCLE");
        assertThat(gaps()).anyMatch(gap -> gap.startsWith("3 group(s) are their own ancestor"));
    }

    @Test
    void reportsATagThatNearlyAllOfAGroupHave_andAddsItOnlyIfAsked() {
        StringBuilder clients = new StringBuilder("client_id,first_name,email,tags\n");
        StringBuilder members = new StringBuilder("group_id,client_id\n");
        for (int n = 1; n <= 20; n++) {
            clients.append("m")
                    .append(n)
                    .append(",A,m")
                    .append(n)
                    .append("@x.example,")
                    .append(n == 7 ? "" : "vip");
            clients.append('\n');
            members.append("g1,m").append(n).append('\n');
        }
        bundle.file("clients.csv", clients.toString())
                .file("groups.csv", "group_id,name", "g1,Circle")
                .file("group_members.csv", members.toString());

        assertThat(gaps())
                .anyMatch(gap -> gap.startsWith("possible lost inheritance: 19 of 20 members") && gap.contains(" m7 "));
        assertThat(bundle.records("client").get(6).value("effective_tags")).isEmpty();
        bundle.setting("lostInheritance", "restore");
        assertThat(bundle.records("client").get(6).value("tag_origins")).hasValue("vip (restored:Circle)");
    }

    @Test
    void keepsWhenAPackageReachedEachStatus_theLastTimeOfEach() {
        bundle.file("client_packages.csv", PACKAGES, "e1,c1,,,10,4,6,500,EUR,,,2025-09-01T00:00:00Z")
                .file(
                        "package_status_changes.csv",
                        "client_package_id,changed_at,from_status,to_status,changed_by_email",
                        "e1,2025-03-01T10:00:00Z,active,paused,ana@x.example",
                        "e1,2025-01-01T23:30:00Z,,active,",
                        "e1,2025-04-01T10:00:00Z,paused,active,");

        CrmRecord owned = bundle.onlyRecord("client_package");
        assertThat(owned.value("status")).hasValue("active");
        assertThat(owned.value("active_at")).hasValue(Instant.parse("2025-04-01T10:00:00Z"));
        assertThat(owned.value("paused_on")).hasValue(LocalDate.parse("2025-03-01"));
        assertThat(owned.value("status_times_from")).hasValue("changes");
        assertThat(owned.value("status_log").orElseThrow().toString())
                .startsWith("2025-01-01T23:30:00Z -> active\n2025-03-01T10:00:00Z active -> paused by ana@x.example");
    }

    @Test
    void takesTheLastChangeOfARowForItsStatus_whenNoChangesWereExported_andSaysSo() {
        bundle.file("client_packages.csv", PACKAGES, "e1,c1,,Completed,10,4,6,500,EUR,,,2025-09-01T00:00:00Z");

        CrmRecord owned = bundle.onlyRecord("client_package");
        assertThat(owned.value("completed_at")).hasValue(Instant.parse("2025-09-01T00:00:00Z"));
        assertThat(bundle.remarks("client_package")).contains("status STATUS_TIME_ASSUMED");
        assertThat(gaps()).anyMatch(gap -> gap.startsWith("without package_status_changes.csv"));
    }

    @Test
    void worksOutWhatIsLeftOfAPackage_butNotOfOneThatIsPaidByUse() {
        bundle.file("packages.csv", "package_id,title,type", "p1,Ten,fixed", "p2,Use,usage_based")
                .file(
                        "client_packages.csv",
                        PACKAGES,
                        "e1,c1,p1,active,3,1,2,500,EUR,,,",
                        "e2,c1,p2,active,3,1,2,500,EUR,,,");

        assertThat(field("client_package", "remaining_credit"))
                .containsExactly(new Money(new BigDecimal("333.33"), "EUR"));
        assertThat(field("client_package", "remaining_from")).containsExactly("computed", "none");
    }

    @Test
    void linksSessionsToPackagesAgain_byWhatTheyCount() {
        bundle.file("packages.csv", "package_id,title,type,tracks", "p1,Hours,fixed,hours")
                .file("client_packages.csv", PACKAGES, "e1,c1,p1,active,10,2.5,7.5,500,EUR,2025-01-01,2025-12-31,")
                .file(
                        "sessions.csv",
                        SESSIONS,
                        "s1,c1,e_lost,Hours,coaching,completed,2025-02-01T10:00:00Z,90,",
                        "s2,c1,,Hours,coaching,completed,2025-02-08T10:00:00Z,90,1",
                        "s3,c1,,Hours,coaching,no_show,2025-02-09T10:00:00Z,60,0",
                        "s4,c1,,,discovery,completed,2024-01-01T10:00:00Z,30,",
                        "s5,c1,,,coaching,completed,2024-01-01T10:00:00Z,30,");

        assertThat(field("session", "package_link"))
                .containsExactly("inferred-unique", "inferred-unique", "inferred-unique", "standalone", "unlinked");
        assertThat(field("session", "stated_client_package_id")).containsExactly("e_lost");
        assertThat(bundle.onlyRecord("client_package").value("balance")).hasValue("balanced");
        assertThat(gaps()).contains("session s5 belongs to no package that can be told");
    }

    @Test
    void putsTheMarkedCompanyFirst_elseTheEmployer_andRelatesTheOthers() {
        bundle.file("companies.csv", "company_id,name", "o1,Acme", "o2,Bow", "o3,Cue")
                .file(
                        "client_companies.csv",
                        "client_id,company_id,role,is_primary",
                        "c1,o2,own_business,true",
                        "c1,o3,other,",
                        "c2,o3,own_business,",
                        "c2,o1,employer,",
                        "c3,o9,employer,true");

        assertThat(field("client", "company_names"))
                .containsExactly(List.of("Bow", "Acme", "Cue"), List.of("Acme", "Cue"));
        assertThat(bundle.records("client_company").stream()
                        .map(row -> row.value("relates_from").orElse("-") + " "
                                + row.value("relates_to").orElse("-")))
                .containsExactly("o2 o1", "o2 o3", "o1 o3", "- -", "- -");
        assertThat(gaps()).anyMatch(gap -> gap.startsWith("1 row(s) of client_companies.csv name a company"));
    }

    @Test
    void putsAnswersInTheOrderOfTheirQuestions_andReadsThoseThatFillAProperty() {
        bundle.file("properties.csv", "property_key,label,applies_to,type,options", "score,Score,client,number,")
                .file(
                        "forms.json",
                        "[{\"form_id\":\"f1\",\"title\":\"Intake\",\"kind\":\"intake\",\"questions\":["
                                + "{\"question_id\":\"q1\",\"position\":2,\"label\":\"Score\",\"type\":\"number\","
                                + "\"maps_to_property\":\"score\"},"
                                + "{\"question_id\":\"q2\",\"position\":1,\"label\":\"Why\",\"required\":true}]}]")
                .file(
                        "form_responses.csv",
                        "response_id,form_id,client_email,status,submitted_at",
                        "r1,f1,ADA@x.example,submitted,2025-01-05T10:00:00Z")
                .file("form_answers.csv", "response_id,question_id,answer", "r1,q1,7.5", "r1,q2,");

        CrmRecord response = bundle.onlyRecord("form_response");
        assertThat(response.value("form_title")).hasValue("Intake");
        assertThat(response.value("client_id")).hasValue("c1");
        assertThat(response.value("unanswered")).hasValue(List.of("Why"));
        assertThat(field("form_answer", "position")).containsExactly(2L, 1L);
        assertThat(field("form_answer", "value_number")).containsExactly(new BigDecimal("7.5"));
        assertThat(field("form_answer", "client_id")).containsExactly("c1", "c1");
        assertThat(bundle.open().inventory().automations()).anyMatch(line -> line.startsWith("form Intake (intake)"));
    }

    @Test
    void fetchesContractsThatAreOnlyLinked_andTakesNoPageForAPdf() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().body("%PDF-1.7 terms").build());
            server.enqueue(
                    new MockResponse.Builder().body("<html>Log in</html>").build());
            server.enqueue(new MockResponse.Builder().code(403).build());
            String links = server.url("/signed/").toString();
            bundle.setting("contractLinks", "fetch")
                    .file(
                            "contracts.csv",
                            "contract_id,client_id,title,file_url,file_path",
                            "k1,c1,Terms," + links + "1,",
                            "k2,c1,Terms," + links + "2,",
                            "k3,c1,Terms," + links + "3,",
                            "k4,c1,Terms," + links + "4,files/k4.pdf")
                    .file("files/k4.pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII));

            try (SourceSession session = bundle.open()) {
                session.catalog();
                List<CrmRecord> contracts = bundle.records(session, "contract");
                assertThat(contracts.stream().map(one -> one.value("file_from").orElse("-")))
                        .containsExactly("link", "-", "-", "bundle");
                assertThat(contracts.stream().map(one -> one.value("file_gap").orElse("-")))
                        .containsExactly(
                                "-", "its link leads to a page that is no PDF", "its link has expired (HTTP 403)", "-");
                assertThat(text(session.open(file(contracts.get(0))))).isEqualTo("%PDF-1.7 terms");
                assertThat(text(session.open(file(contracts.get(3))))).isEqualTo("%PDF-1.4");
                assertThat(session.inventory().gaps())
                        .contains("1 contract(s) have no file: its link has expired (HTTP 403)");
            }
            assertThat(server.getRequestCount()).isEqualTo(3);
        }
    }

    @Test
    void callsNoLink_whenLinksAreLeft() {
        bundle.file("contracts.csv", "contract_id,client_id,file_url", "k1,c1,http://127.0.0.1:9/x");

        assertThat(bundle.onlyRecord("contract").value("file_gap")).hasValue("its link was not called");
        assertThat(bundle.remarks("contract")).containsExactly("file FILE_MISSING");
    }

    @Test
    void takesAnInvoiceForSettled_whenItWasPaidOrMarkedByHand() {
        bundle.file(
                "invoices.csv",
                "invoice_id,client_id,status,paid_at,due_on,total,currency,marked_paid_manually",
                "i1,c1,paid,2025-01-03T10:00:00Z,,10,EUR,",
                "i2,c1,sent,,2025-02-01,10,EUR,true",
                "i3,c1,sent,,2025-02-01,10,EUR,false");

        assertThat(field("invoice", "settled_at"))
                .containsExactly(Instant.parse("2025-01-03T10:00:00Z"), Instant.parse("2025-01-31T23:00:00Z"));
    }

    private List<Object> field(String object, String field) {
        return bundle.records(object).stream()
                .flatMap(record -> record.value(field).stream())
                .toList();
    }

    private List<String> gaps() {
        return bundle.open().inventory().gaps();
    }

    private static String file(CrmRecord record) {
        return ((AttachmentRef) record.value("file").orElseThrow()).id();
    }

    private static String text(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
