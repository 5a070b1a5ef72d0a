package dev.crmmigration.connector.freshsales.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.connector.freshsales.simulator.FreshsalesTestClient.Answer;
import org.junit.jupiter.api.Test;

class ProtocolTest {

    @Test
    void answersUnderBothAddresses() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            assertThat(client.get("/api/selector/owners").status()).isEqualTo(200);
            assertThat(client.get("/crm/sales/api/selector/owners").json())
                    .isEqualTo(client.get("/api/selector/owners").json());
        }
    }

    @Test
    void refusesAWrongKeyOutsideTheErrorEnvelope() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.header("authorization", "Bearer " + FreshsalesTestClient.KEY);

            Answer answer = client.get("/api/contacts/filters");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text()).isEqualTo("{\"login\":\"failed\",\"message\":null}");
        }
    }

    @Test
    void sendsABrowserWithoutAKeyToTheLoginPage() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.header("authorization", "").header("accept", "text/html");

            Answer answer = client.get("/api/contacts/filters");

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("location")).isEqualTo("/login");
        }
    }

    @Test
    void answersUnknownAddressesAndListsWithoutAViewInTheErrorEnvelope() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            Answer unknown = client.get("/api/nothing");
            Answer list = client.get("/api/contacts");

            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.json().at("/errors/code").asInt()).isEqualTo(404);
            assertThat(list.status()).isEqualTo(403);
            assertThat(list.errors()).hasSize(1);
            assertThat(client.get("/api/contacts/1.xml").status()).isEqualTo(406);
        }
    }

    @Test
    void takesBodiesInAnEnvelopeAndBare() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            assertThat(client.post("/api/sales_accounts", "{'sales_account':{'name':'Acme'}}")
                            .status())
                    .isEqualTo(200);
            assertThat(client.post("/api/sales_accounts", "{'name':'Bolt'}").status())
                    .isEqualTo(200);
            assertThat(client.post("/api/sales_accounts", "{").status()).isEqualTo(400);
            assertThat(client.post("/api/sales_accounts", "").status()).isEqualTo(400);
        }
    }

    @Test
    void failsWithACodeAlone_whenAnAccountIsNotSentAsJson() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.header("content-type", "text/plain");

            Answer answer = client.post("/api/sales_accounts", "{'name':'Acme'}");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).isEqualTo("{\"error_code\":500}");
        }
    }

    @Test
    void writesMessagesInTheLanguageOfTheUser() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start("language", "nl")) {
            assertThat(client.post("/api/contacts", "{'contact':{'first_name':'Robin'}}")
                            .errors())
                    .containsExactly("Email is verplicht");
        }
    }

    @Test
    void namesAllWrongSettingsAtOnce() {
        assertThatThrownBy(() -> FreshsalesTestClient.start("plan", "huge", "scrol", "on", "jobSeconds", "-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 invalid setting(s)")
                .hasMessageContaining("scrol is not a setting");
    }
}
