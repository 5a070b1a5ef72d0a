package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final String WEBHOOKS = "/v1/webhooks";
    private static final String VALID = "{'subscription_url':'https://hooks.example/in','event_action':'*',"
            + "'event_object':'deal','name':'Mine'}";

    @Test
    void isKeptAndDeleted() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer made = client.post(WEBHOOKS, VALID);

            assertThat(made.status()).isEqualTo(201);
            assertThat(made.json().path("status").asText()).isEqualTo("ok");
            assertThat(made.data().path("version").asText()).isEqualTo("2.0");
            assertThat(client.get(WEBHOOKS).data().size()).isEqualTo(1);
            assertThat(client.delete(WEBHOOKS + "/1").json().toString())
                    .isEqualTo("{\"status\":\"ok\",\"success\":true}");
            assertThat(client.get(WEBHOOKS).data().size()).isZero();
            assertThat(client.delete(WEBHOOKS + "/1").json().path("errors").toString())
                    .isEqualTo("{\"id\":[\"not found\"]}");
        }
    }

    @Test
    void namesAllThatIsWrong() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer answer = client.post(WEBHOOKS, "{'subscription_url':'ftp://x','event_action':'added'}");

            assertThat(answer.status()).isEqualTo(400);
            JsonNode problem = answer.json();
            assertThat(problem.path("status").asText()).isEqualTo("error");
            assertThat(problem.at("/errors/subscription_url/0").asText()).isEqualTo("invalid or non-reachable URL");
            assertThat(problem.path("errors").size()).isEqualTo(4);
        }
    }

    @Test
    void refusesMoreThanFortyOfAUser() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            for (int i = 0; i < 40; i++) {
                assertThat(client.post(WEBHOOKS, VALID).status()).isEqualTo(201);
            }

            assertThat(client.post(WEBHOOKS, VALID).status()).isEqualTo(422);
            client.delete(WEBHOOKS + "/1");
            assertThat(client.post(WEBHOOKS, VALID).status()).isEqualTo(201);
        }
    }

    @Test
    void isForAdministrators() {
        try (PipedriveTestClient client = PipedriveTestClient.start("admin", "off")) {
            assertThat(client.post(WEBHOOKS, VALID).status()).isEqualTo(403);
            assertThat(client.get(WEBHOOKS).json().path("message").asText()).isEqualTo("Forbidden");
        }
    }
}
