package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountFileTest {

    @TempDir
    private Path folder;

    @Test
    void goesOnWhereItWasClosed() {
        JsonNode before;
        JsonNode ledger;
        String code;
        try (PipedriveTestClient client = PipedriveTestClient.start(options())) {
            code = field(client);
            client.created("/api/v2/persons", "{'name':'Robin','custom_fields':{'" + code + "':'x'}}");
            client.post(
                    "/__simulator/seed",
                    "{'organizations':2,'persons':3,'deals':2,'activities':2,'notes':2,'leads':2,'files':2}");
            client.delete("/api/v2/persons/4");
            sell(client);
            client.advance(Duration.ofDays(2));
            before = client.state();
            ledger = client.ledger();
        }

        try (PipedriveTestClient client = PipedriveTestClient.start(options())) {
            assertThat(client.state()).isEqualTo(before);
            assertThat(client.ledger()).isEqualTo(ledger);
            assertThat(client.get("/v1/persons/1/changelog").data().size()).isEqualTo(2);
            assertThat(client.get("/api/v2/persons/1/followers").data().size()).isEqualTo(1);
            assertThat(client.get("/api/v2/deals/1/discounts").data().size()).isEqualTo(1);
            assertThat(client.get("/v1/users/me").header("date")).isEqualTo("Wed, 04 Mar 2026 09:00:00 GMT");
            assertThat(client.created("/api/v2/persons", "{'name':'Alex'}")).isEqualTo(5);
            assertThat(field(client)).isNotEqualTo(code);
        }
    }

    private static void sell(PipedriveTestClient client) {
        client.created("/api/v2/products", "{'name':'Session'}");
        client.post("/api/v2/products/1/variations", "{'name':'Long'}");
        client.post("/api/v2/deals/1/products", "{'product_id':1,'item_price':5,'quantity':1}");
        client.post("/api/v2/deals/1/discounts", "{'description':'D','amount':1,'type':'amount'}");
        client.post("/api/v2/deals/1/installments", "{'description':'I','amount':1,'billing_date':'2026-04-01'}");
        client.post("/v1/deals/2/participants", "{'person_id':1}");
        client.post("/api/v2/deals/2/convert/lead", "");
        client.patch("/api/v2/persons/1", "{'name':'Robin B.'}");
        String user = client.get("/v1/users/me").data().path("id").asText();
        client.post("/api/v2/persons/1/followers", "{'user_id':" + user + "}");
    }

    @Test
    void writesTheAccount_whenAsked() {
        try (PipedriveTestClient client = PipedriveTestClient.start(options());
                PipedriveTestClient without = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");

            assertThat(client.post("/__simulator/save", "").status()).isEqualTo(200);

            assertThat(folder.resolve("account.json")).content().contains("Robin");
            assertThat(without.post("/__simulator/save", "").status()).isEqualTo(409);
        }
    }

    @Test
    void refusesAFileThatIsNoState() throws IOException {
        Files.writeString(folder.resolve("account.json"), "{\"head\":{\"platform\":\"other\"}}");

        assertThatThrownBy(() -> PipedriveTestClient.start(options()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot read the state file " + folder.resolve("account.json"));
    }

    private SimulatorOptions.Builder options() {
        return PipedriveTestClient.options("limits", "off").stateFile(folder.resolve("account.json"));
    }

    private static String field(PipedriveTestClient client) {
        return client.post("/api/v2/personFields", "{'field_name':'F','field_type':'varchar'}")
                .data()
                .path("field_code")
                .asText();
    }
}
