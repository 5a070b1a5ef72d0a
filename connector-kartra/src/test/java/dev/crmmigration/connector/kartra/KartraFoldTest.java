package dev.crmmigration.connector.kartra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.api.record.CrmRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What transactions tell of subscriptions and affiliates, and what several contacts files tell of one another. */
class KartraFoldTest {

    private static final String PAYMENTS =
            "ID,Transaction_Type,Date,Product,Price_point,Buyer_Email,Amount (USD),subscription_id,"
                    + "lead_id,affiliate_id,Affiliate_Username,Affiliate_Name,Affiliate_Email";

    @TempDir
    Path folder;

    private ExportOnDisk export;

    @BeforeEach
    void begin() {
        export = new ExportOnDisk(folder);
    }

    private static String payment(String id, String kind, String date, String subscription) {
        return id + "," + kind + "," + date + ",Club,Monthly,ada@x.example,5," + subscription + ",7,N/A,N/A,N/A,N/A";
    }

    private List<Optional<Object>> statuses() {
        return export.records("subscription").stream()
                .map(record -> record.value("status"))
                .toList();
    }

    @Test
    void putsSubscriptionsTogether_whenThereIsNoFileOfThem() {
        export.setting("zone", "UTC")
                .file(
                        "t.csv",
                        PAYMENTS,
                        payment("3", "Rebill", "2024-03-01 10:00:00", "s1"),
                        payment("1", "Sale", "2024-01-01 10:00:00", "s1"),
                        payment("4", "Failed", "2024-04-01 10:00:00", "s1"),
                        payment("9", "Sale", "2024-01-01 10:00:00", "N/A"));

        List<CrmRecord> subscriptions = export.records("subscription");

        assertThat(subscriptions)
                .extracting(
                        one -> one.ref().id(),
                        one -> one.value("status"),
                        one -> one.value("start_date"),
                        one -> one.value("product_name"),
                        one -> one.value("price_point"),
                        one -> one.value("lead_id"),
                        one -> one.value("lead_email"))
                .containsExactly(tuple(
                        "s1",
                        Optional.of("active"),
                        Optional.of(Instant.parse("2024-01-01T10:00:00Z")),
                        Optional.of("Club"),
                        Optional.of("Monthly"),
                        Optional.of("7"),
                        Optional.of("ada@x.example")));
        assertThat(export.open().inventory().gaps())
                .contains(
                        "the export has no subscriptions file: 1 were put together from transactions, with what those say");
    }

    @Test
    void letsTheLastEventDecideWhatBecameOfASubscription_whateverTheOrderOfRows() {
        export.file(
                "t.csv",
                PAYMENTS,
                payment("9", "Cancellation", "2024-02-02 10:00:00", "a"),
                payment("1", "Sale", "2024-01-01 10:00:00", "a"),
                payment("2", "Sale", "2024-01-01 10:00:00", "b"),
                payment("3", "Request Can.", "2024-01-05 10:00:00", "b"),
                payment("4", "Sale", "2024-01-01 10:00:00", "c"),
                payment("5", "Request Can.", "2024-01-05 10:00:00", "c"),
                payment("10", "Revert Can.", "2024-01-05 10:00:00", "c"),
                payment("6", "Refund", "2024-01-05 10:00:00", "d"));

        assertThat(statuses())
                .containsExactly(
                        Optional.of("cancelled"),
                        Optional.of("active cancellation requested"),
                        Optional.of("active"),
                        Optional.empty());
        assertThat(export.records("subscription").get(3).value("start_date")).isEmpty();
    }

    @Test
    void readsTheFileOfSubscriptions_whenThereIsOne() {
        export.file("t.csv", PAYMENTS, payment("1", "Sale", "2024-01-01 10:00:00", "s1"))
                .file("s.csv", "subscription_id,recurring_period,status", "s9,monthly,Paused");

        assertThat(export.records("subscription"))
                .extracting(one -> one.ref().id())
                .containsExactly("s9");
    }

    @Test
    void collectsAffiliatesFromTransactions_byWhatTheLatestSays() {
        export.file(
                "t.csv",
                PAYMENTS,
                "1,Sale,2024-02-01,Club,M,a@x.example,5,N/A,7,31,bo,Bo New,bo@x.example",
                "2,Sale,2024-01-01,Club,M,a@x.example,5,N/A,7,31,bo,Bo Old,old@x.example",
                "3,Sale,2024-01-01,Club,M,a@x.example,5,N/A,7,32,cy,Cy,");

        assertThat(export.records("affiliate"))
                .extracting(one -> one.ref().id(), one -> one.value("name"), one -> one.value("email"))
                .containsExactly(
                        tuple("31", Optional.of("Bo New"), Optional.of("bo@x.example")),
                        tuple("32", Optional.of("Cy"), Optional.empty()));
    }

    @Test
    void reportsHowTheContactsFilesFitTogether() {
        export.setting("zone", "UTC")
                .file("a.csv", "id,email,date_joined", "1,a@x.example,2024-01-01", "2,b@x.example,2024-01-10")
                .file(
                        "b.csv",
                        "id,email,date_joined",
                        "2,b@x.example,2024-01-10",
                        "3,c@x.example,2024-01-09",
                        "4,d@x.example,2024-01-12")
                .file("c.csv", "id,email,date_joined", "5,e@x.example,2024-03-01", "4,d2@x.example,2024-03-02");

        assertThat(export.open().inventory().gaps())
                .contains(
                        "3 contacts files hold 7 rows of 5 contacts; in several files stand 2, 1 of them differently, where the"
                                + " later export counts. Compare the number with the one that Kartra shows",
                        "files a.csv and b.csv overlap: both hold contacts who joined between 2024-01-09T00:00:00Z and"
                                + " 2024-01-10T00:00:00Z",
                        "between files b.csv and c.csv nobody joined from 2024-01-12T00:00:00Z to 2024-03-01T00:00:00Z: check"
                                + " that no part of the export is missing");
    }
}
