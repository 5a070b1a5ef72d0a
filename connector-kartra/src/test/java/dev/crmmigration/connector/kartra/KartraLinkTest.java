package dev.crmmigration.connector.kartra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.source.SourceEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What contradicts itself between the rows of an export, and what stood in cells that were mended. */
class KartraLinkTest {

    private static final String TRANSACTION =
            "ID,Transaction_Type,Date,Amount (USD),Buyer_Email,lead_id,subscription_id";

    @TempDir
    private Path folder;

    private ExportOnDisk export;

    @BeforeEach
    void contacts() {
        export = new ExportOnDisk(folder)
                .file(
                        "contacts.csv",
                        "lead_id,email,first_name,date_joined",
                        "1001,ada@customers.example,Ada,2024-01-05 10:00:00",
                        "1002,ben@customers.example,Ben,2024-01-06 10:00:00",
                        "2345678,cleo@customers.example,Cleo,2024-01-07 10:00:00");
    }

    private void transactions(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = TRANSACTION;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        export.file("transactions.csv", lines);
    }

    /** Returns the repairs of an object's records: {@code t1 lead_id REF_DANGLING <9>}. */
    private List<String> repairs(String type) {
        return export.entries(type).stream()
                .filter(SourceEntry.Read.class::isInstance)
                .map(SourceEntry.Read.class::cast)
                .flatMap(read -> read.repairs().stream()
                        .map(repair -> read.record().ref().id() + " " + repair.field() + " " + repair.rule() + " <"
                                + repair.raw() + ">"))
                .toList();
    }

    @Test
    void notesNothing_whenEveryRowFindsItsContact() {
        transactions(
                "t1,Sale,2024-02-01,5,ada@customers.example,1001,", "t2,Sale,2024-02-02,5,,1002,",
                "t3,Sale,2024-02-03,5,old.address@customers.example,1001,",
                        "t4,Sale,2024-02-04,5,BEN@customers.example,,");

        assertThat(repairs("transaction")).isEmpty();
        assertThat(repairs("contact")).isEmpty();
    }

    @Test
    void notesAContactThatOnlyItsAddressFinds_andOneThatNothingFinds() {
        transactions(
                "t1,Sale,2024-02-01,5,ADA@customers.example,9,",
                "t2,Sale,2024-02-02,5,nobody@customers.example,9,",
                "t3,Sale,2024-02-03,5,,,");
        export.file(
                "appointments.csv",
                "calendar_subscription_id,calendar_name,event_date,time_zone,lead_email",
                "5,Talk,2024-07-08 10:00,Europe/Berlin,nobody@customers.example",
                "6,Talk,2024-07-09 10:00,Europe/Berlin,ben@customers.example");
        export.file(
                "affiliates.csv", "affiliate_id,name,email,earned (USD),due (USD)", "3,Al,al@customers.example,1,1");

        assertThat(repairs("transaction"))
                .containsExactly(
                        "t1 lead_id REF_DANGLING <9>", "t2 lead_id ORPHAN_INVOICE <9>", "t3 lead_id ORPHAN_INVOICE <>");
        assertThat(repairs("appointment")).containsExactly("5#1 lead_email ORPHAN_SESSION <>");
        assertThat(repairs("affiliate")).containsExactly("3 email REF_DANGLING <>");
    }

    @Test
    void judgesByAddressOnly_whenContactsHaveNoIds() {
        new ExportOnDisk(folder).file("contacts.csv", "email,first_name", "ada@customers.example,Ada");
        transactions(
                "t1,Sale,2024-02-01,5,ada@customers.example,1001,", "t2,Sale,2024-02-02,5,no@customers.example,1001,");

        assertThat(repairs("transaction")).containsExactly("t2 lead_id ORPHAN_INVOICE <1001>");
    }

    @Test
    void judgesNothing_whenTheExportHasNoContacts() {
        ExportOnDisk alone = new ExportOnDisk(folder.resolve("alone"));
        alone.file("transactions.csv", TRANSACTION, "t1,Sale,2024-02-01,5,ada@customers.example,1001,");

        assertThat(alone.remarks("transaction")).isEmpty();
    }

    @Test
    void restoresAnIdThatASpreadsheetShortened_whenOnlyOneContactCanBeMeant() {
        transactions(
                "t1,Sale,2024-02-01,5,,2.34568E+06,",
                "t2,Sale,2024-02-01,5,,2.34567E+06,",
                "t3,Sale,2024-02-01,5,,3.1E+06,");

        assertThat(export.records("transaction"))
                .extracting(record -> record.value("lead_id").orElse("none"))
                .containsExactly("none", "2345678", "none");
        assertThat(repairs("transaction"))
                .containsExactly(
                        "t1 lead_id XL_SCI <2.34568E+06>",
                        "t1 lead_id ORPHAN_INVOICE <>",
                        "t2 lead_id XL_SCI <2.34567E+06>",
                        "t3 lead_id XL_SCI <3.1E+06>",
                        "t3 lead_id ORPHAN_INVOICE <>");
    }

    @Test
    void notesAPaymentOfAnotherContactThanItsSubscription() {
        transactions(
                "t1,Sale,2024-02-01,5,ada@customers.example,1001,s1",
                "t2,Rebill,2024-03-01,5,ben@customers.example,1002,s1",
                "t3,Rebill,2024-03-01,5,ben@customers.example,1002,s2");
        assertThat(repairs("transaction")).containsExactly("t2 subscription_id CHAIN_BROKEN <s1>");

        export.file(
                "subscriptions.csv",
                "subscription_id,lead_id,lead_email,status,start_date,end_date,recurring_period",
                "s1,1001,,Active,2024-02-01,,monthly",
                "s2,,ada@customers.example,Active,2024-02-01,,monthly");
        assertThat(repairs("transaction"))
                .containsExactly("t2 subscription_id CHAIN_BROKEN <s1>", "t3 subscription_id CHAIN_BROKEN <s2>");
    }

    @Test
    void notesContactsThatShareAnAddress() {
        export.file(
                "more.csv",
                "lead_id,email,first_name,date_joined",
                "1003,Ada@Customers.example,Ada,2024-02-05 10:00:00",
                "1002,ben@customers.example,Ben,2024-01-06 10:00:00");

        assertThat(repairs("contact"))
                .containsExactly(
                        "1001 email EMAIL_DUP_CASE <ada@customers.example>",
                        "1003 email EMAIL_DUP_CASE <Ada@Customers.example>");
    }

    @Test
    void notesWordsThatKartraDoesNotUse_andTimesInTheWrongOrder() {
        transactions("t1,Request Can.,2024-02-01,5,ada@customers.example,1001,", "t2,Gift,2024-02-01,5,,1001,");
        export.file(
                "subscriptions.csv",
                "subscription_id,lead_id,status,start_date,end_date,recurring_period",
                "s1,1001,Sleeping,2024-02-01,2024-01-01,monthly",
                "s2,1001,Terminated,2024-01-01,2024-02-01,monthly");

        assertThat(repairs("transaction")).containsExactly("t2 transaction_type ENUM_NEW <Gift>");
        assertThat(repairs("subscription"))
                .containsExactly("s1 status ENUM_NEW <Sleeping>", "s1 end_date TIME_ORDER <2024-01-01T05:00:00Z>");
    }

    @Test
    void keepsTheTextThatStoodThere_inEveryRepairOfItsOwn() {
        export.setting("defaultRegion", "44");
        export.file(
                "contacts.csv",
                "lead_id,email,phone,company,gdpr_status,gdpr_communications,date_joined",
                "1001,ada@customers.example,020 7946 0102,N/A,Perhaps,1,2024-03-10 02:30:00");
        transactions("t1,Refund,2024-02-01,-5,ada@customers.example,1001,N/A");

        assertThat(repairs("contact"))
                .containsExactlyInAnyOrder(
                        "1001 company null-word <N/A>",
                        "1001 created skipped-hour <2024-03-10 02:30:00>",
                        "1001 gdpr_status unknown-word <Perhaps>",
                        "1001 gdpr_communications unknown-polarity <1>",
                        "1001 phone_country_code default-region <020 7946 0102>");
        assertThat(repairs("transaction"))
                .contains("t1 amount negative-amount <-5>")
                .noneMatch(repair -> repair.endsWith("null-word <>"));
    }
}
