package dev.crmmigration.examples.cli.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.nextcrm.NextCrmSource;
import dev.crmmigration.connector.nextcrm.database.InventedBusiness;
import dev.crmmigration.connector.nextcrm.database.NextCrmDatabase;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.examples.cli.FreshsalesAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextCrmToFreshsalesTest {

    private static final String ADMIN = "admin@acme.example";
    private static final String[] POLICIES = {"defaultOwner", ADMIN, "extractionMethod", "database", "industry", "field"
    };
    private static final List<String> USERS = List.of(
            "olga@acme.example",
            "paul@acme.example",
            "rosa@acme.example",
            "sven@acme.example",
            "tina@acme.example",
            ADMIN);

    @TempDir
    private Path folder;

    private NextCrmDatabase database;
    private FreshsalesAccount account;

    @BeforeEach
    void open() {
        database = NextCrmDatabase.of(new InventedBusiness(400));
        Settings source = Settings.of("jdbcUrl", database.jdbcUrl())
                .with("user", database.reader())
                .secret("password", database.readerPassword())
                .with("tls", "off");
        account = new FreshsalesAccount(new NextCrmSource(), source, folder, USERS);
    }

    @AfterEach
    void close() {
        account.close();
        database.close();
    }

    @Test
    void closesAllCounts_readsEveryValueBack_andTakesItAllBack() throws IOException {
        account.run(POLICIES);

        Reconciliation proof = account.reconciliation();
        assertThat(account.report().failed())
                .as("contacts without any address, which the account demands")
                .extracting(failed -> failed.mapping() + " " + failed.reason() + " " + failed.effects())
                .containsExactly("ContactToContact REQUIRED (emails) 20");
        assertThat(account.report().held())
                .as("contacts without an address of their own, what hangs on them, what is linked to deleted records"
                        + " only, and files without a store")
                .extracting(held -> held.mapping() + " " + held.reason() + " " + held.effects())
                .containsExactlyInAnyOrder(
                        "ContactToContact REFERENCE sales_accounts 3",
                        "ActivityToSalesActivity REFERENCE contact_id 1",
                        "ActivityToSalesActivity BLOCKED 12",
                        "OpportunityToDeal BLOCKED 8",
                        "LineItemToNote BLOCKED 2",
                        "TaskToTask BLOCKED 2",
                        "DocumentToFile CONTENT $content 11",
                        "InvoiceToCsv CONTENT $content 6");
        assertThat(proof.closed()).isTrue();
        assertThat(proof.objects()).allMatch(Reconciliation.ObjectCounts::closes);
        assertThat(proof.verified()).allMatch(object -> object.equal() == object.records());
        assertThat(proof.differences()).isEmpty();
        writesWhatFreshsalesHasNoPlaceFor();
        movesDealsByHowTheyEnded();
        makesContactsOfLeads();
        try (Migration migration = account.open(POLICIES)) {
            RollbackReport back = migration.rollback();
            assertThat(back.proven()).isTrue();
            assertThat(back.residue()).isEmpty();
        }
    }

    private void writesWhatFreshsalesHasNoPlaceFor() throws IOException {
        assertThat(lines("invoices.csv")).hasSize(1 + (int) database.number("SELECT count(*) FROM \"Invoices\""));
        assertThat(lines("products.csv")).hasSize(1 + 10);
        assertThat(lines("project-tasks.csv")).hasSize(1 + (int) database.number("SELECT count(*) FROM \"Tasks\""));
        assertThat(lines("campaigns.csv")).anyMatch(line -> line.startsWith("Spring mailing,Sent,Acme,"));
    }

    private void movesDealsByHowTheyEnded() {
        assertThat(stage(0)).isEqualTo("New");
        assertThat(stage(11)).as("in a stage of 100 %").isEqualTo("Won");
        assertThat(stage(21)).as("closed by the rule for old ones").isEqualTo("Lost");
        JsonNode lost = deal(21);
        assertThat(account.custom("deals", lost, "NextCRM lost reason").asText())
                .isEqualTo("45-day kill rule");
        assertThat(lost.path("amount").asText()).startsWith("1021");
    }

    private void makesContactsOfLeads() {
        JsonNode lead =
                account.only("contacts", one -> one.path("last_name").asText().equals("Prospect 1"));
        assertThat(account.named("lifecycle_stages", lead.path("lifecycle_stage_id")))
                .isEqualTo("Lead");
        assertThat(account.custom("contacts", lead, "NextCRM lead status").asText())
                .isEqualTo("Contacted");
        JsonNode target =
                account.only("contacts", one -> one.path("last_name").asText().equals("Cold 4"));
        assertThat(tags(target)).containsExactlyInAnyOrder("cold", "list_Webinar");
    }

    private static List<String> tags(JsonNode contact) {
        return StreamSupport.stream(contact.path("tags").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode deal(int number) {
        return account.withKey("deals", "OpportunityToDeal:" + InventedBusiness.id("opportunity", number));
    }

    private String stage(int number) {
        return account.named("deal_stages", deal(number).path("deal_stage_id"));
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve("reports").resolve(file));
    }
}
