package dev.crmmigration.connector.kartra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KartraRefundTest {

    private static final String HEADER = "ID,Transaction_Type,Date,Amount (USD),Processor_transaction_id,lead_id,"
            + "Buyer_Email,Product,Price_point,subscription_id,Subscription_payment_number";

    @TempDir
    Path folder;

    private ExportOnDisk export;

    @BeforeEach
    void setUp() {
        export = new ExportOnDisk(folder);
    }

    @Test
    void pairsByTheIdOfTheProcessor_evenIfAnotherSaleIsNearer() {
        assertThat(pairs(
                        "1,Sale,2024-01-01,50,ch_1,7,,Course,Full,,",
                        "2,Sale,2024-01-05,50,ch_2,7,,Course,Full,,",
                        "3,Refund,2024-01-09,50,ch_1,7,,Course,Full,,"))
                .containsExactly("3 of 1");
    }

    @Test
    void pairsWithTheNearestEarlierSaleOfTheSameThing() {
        assertThat(pairs(
                        "1,Sale,2024-01-01,50,a,7,,Course,Full,,",
                        "2,Sale,2024-01-05,50,b,7,,Course,Full,,",
                        "3,Sale,2024-01-06,50,c,7,,Course,Half,,",
                        "4,Sale,2024-01-06,50,d,8,,Course,Full,,",
                        "5,Sale,2024-02-01,50,e,7,,Course,Full,,",
                        "6,Refund,2024-01-09,50,re_1,7,,Course,Full,,"))
                .containsExactly("6 of 2");
    }

    @Test
    void givesEverySaleBackOnce() {
        assertThat(pairs(
                        "1,Sale,2024-01-01,50,a,7,,Course,Full,,",
                        "2,Sale,2024-01-05,50,b,7,,Course,Full,,",
                        "3,Refund,2024-01-09,50,re_1,7,,Course,Full,,",
                        "4,Chargeback,2024-01-10,50,re_2,7,,Course,Full,,",
                        "5,Refund,2024-01-11,50,re_3,7,,Course,Full,,"))
                .containsExactly("3 of 2", "4 of 1", "5 of nothing");
        assertThat(export.open().inventory().gaps())
                .contains("Kartra does not export which sale a refund gives back: of 3 refunds 2 were paired"
                        + " by processor id, or by buyer, product, date and amount; without a sale in the export: 1");
    }

    @Test
    void givesASaleBackInPartsUpToItsAmount() {
        assertThat(pairs(
                        "1,Sale,2024-01-01,50,a,7,,Course,Full,,",
                        "2,Partial refund,2024-01-09,20,re_1,7,,Course,Full,,",
                        "3,Partial refund,2024-01-10,30,re_2,7,,Course,Full,,",
                        "4,Partial refund,2024-01-11,1,re_3,7,,Course,Full,,"))
                .containsExactly("2 of 1", "3 of 1", "4 of nothing");
    }

    @Test
    void pairsNoSaleThatIsTooSmallOrTooLateOrInAnotherSubscription() {
        assertThat(pairs(
                        "1,Rebill,2024-01-01,40,a,7,,Club,Monthly,s1,1",
                        "2,Rebill,2024-01-02,50,b,7,,Club,Monthly,s2,1",
                        "3,Rebill,2024-03-01,50,c,7,,Club,Monthly,s1,2",
                        "4,Refund,2024-02-01,50,re_1,7,,Club,Monthly,s1,"))
                .containsExactly("4 of nothing");
    }

    @Test
    void prefersThePaymentOfTheSameNumber() {
        assertThat(pairs(
                        "1,Rebill,2024-01-01,50,a,7,,Club,Monthly,s1,1",
                        "2,Rebill,2024-02-01,50,b,7,,Club,Monthly,s1,2",
                        "3,Refund,2024-02-05,50,re_1,7,,Club,Monthly,s1,1"))
                .containsExactly("3 of 1");
    }

    @Test
    void knowsTheBuyerByEmail_whenThereIsNoLead() {
        assertThat(pairs(
                        "1,Sale,2024-01-01,50,a,,Ada@example.com,Course,Full,,",
                        "2,Refund,2024-01-09,50,re_1,, ada@Example.com,Course,Full,,",
                        "3,Sale,2024-01-01,50,a2,,,Course,Full,,",
                        "4,Refund,2024-01-09,50,re_2,,,Course,Full,,"))
                .containsExactly("2 of 1", "4 of nothing");
    }

    @Test
    void doesNotGuess_whenTheProcessorKnowsTheSaleButItIsTooSmall() {
        assertThat(pairs(
                        "1,Sale,2024-01-01,50,ch_1,7,,Course,Full,,",
                        "2,Sale,2024-01-02,90,ch_2,7,,Course,Full,,",
                        "3,Refund,2024-01-09,60,ch_1,7,,Course,Full,,"))
                .containsExactly("3 of nothing");
    }

    @Test
    void leavesASaleToTheRefundThatTheProcessorProves() {
        assertThat(pairs(
                        "1,Sale,2024-01-01,50,ch_1,7,,Course,Full,,",
                        "2,Refund,2024-01-08,50,re_1,7,,Course,Full,,",
                        "3,Refund,2024-01-09,50,ch_1,7,,Course,Full,,"))
                .containsExactly("2 of nothing", "3 of 1");
    }

    @Test
    void pairsOnce_whenExportsOverlap() {
        String sale = "1,Sale,2024-01-01,50,a,7,,Course,Full,,";
        String refund = "2,Refund,2024-01-09,50,re_1,7,,Course,Full,,";
        export.file("t2.csv", HEADER, sale, refund, "3,Refund,2024-01-10,50,re_2,7,,Course,Full,,");

        assertThat(pairs(sale, refund)).containsExactly("2 of 1", "2 of 1", "3 of nothing");
    }

    @Test
    void pairsAcrossFilesWhateverTheOrder() {
        export.file("t2.csv", HEADER, "1,Sale,2024-01-01,50,a,7,,Course,Full,,");

        assertThat(pairs("2,Refund,2024-01-09,50,re_1,7,,Course,Full,,")).containsExactly("2 of 1");
    }

    private List<String> pairs(String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return export.file("t.csv", lines.toArray(String[]::new)).records("transaction").stream()
                .filter(row ->
                        !List.of("sale", "rebill").contains(row.value("type").orElseThrow()))
                .map(row -> row.ref().id() + " of " + row.value("refund_of").orElse("nothing"))
                .toList();
    }
}
