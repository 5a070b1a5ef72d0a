package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountFileTest {

    @TempDir
    private Path folder;

    private FreshsalesTestClient start() {
        return FreshsalesTestClient.start(
                FreshsalesTestClient.options("on").seed(5).stateFile(folder.resolve("state.json")));
    }

    @Test
    void keepsRecordsFieldsJobsAndSpendingBetweenTwoStarts() {
        JsonNode before;
        long id;
        try (FreshsalesTestClient client = start()) {
            client.edit("{'object':'contact_fields','add':{'label':'Legacy','unique':true}}");
            id = client.created("/api/contacts", "{'emails':'a@one.example','custom_field':{'cf_legacy':'1'}}");
            client.delete("/api/contacts/" + client.created("/api/contacts", "{'emails':'b@one.example'}"));
            client.post("/api/contacts/bulk_upsert", "{'contacts':[{'emails':'c@one.example','data':{}}]}");
            before = client.state();
        }
        try (FreshsalesTestClient client = start()) {
            assertThat(client.state()).isEqualTo(before);
            assertThat(client.ledger().path("calls").asInt()).isEqualTo(4);
            assertThat(client.post("/api/contacts", "{'emails':'d@one.example','custom_field':{'cf_legacy':'1'}}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.get("/api/lookup?q=a@one.example&f=email&entities=contact")
                            .json()
                            .at("/contacts/contacts/0/id")
                            .longValue())
                    .isEqualTo(id);
            client.advance(Duration.ofSeconds(4));
            assertThat(client.state().path("contacts")).hasSize(2);
            assertThat(client.created("/api/contacts", "{'emails':'e@one.example'}"))
                    .isGreaterThan(id + 2);
        }
    }

    @Test
    void beginsAgain_whenItIsReset() {
        try (FreshsalesTestClient client = start()) {
            JsonNode fresh = client.state();
            client.post("/__simulator/seed", "{'contacts':2,'sales_accounts':2,'deals':2}");
            assertThat(client.state().path("deals")).hasSize(2);

            client.post("/__simulator/reset", "{}");

            assertThat((ObjectNode) client.state()).isEqualTo(fresh);
        }
    }

    @Test
    void givesEqualAccountsForEqualSeeds() {
        try (FreshsalesTestClient one = FreshsalesTestClient.start();
                FreshsalesTestClient two = FreshsalesTestClient.start();
                FreshsalesTestClient other = FreshsalesTestClient.start(
                        FreshsalesTestClient.options("off").seed(9))) {
            String seed = "{'contacts':3,'deals':3,'sales_accounts':3}";
            one.post("/__simulator/seed", seed);
            two.post("/__simulator/seed", seed);

            assertThat(one.state()).isEqualTo(two.state());
            assertThat(other.state().path("deal_stages"))
                    .isNotEqualTo(one.state().path("deal_stages"));
        }
    }
}
