package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProtocolTest {

    @Test
    void refusesTheRequest_whenTheTokenIsWrong() {
        try (PipedriveTestClient client = PipedriveTestClient.start().header("x-api-token", "wrong")) {
            Answer answer = client.get("/v1/users/me");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.error()).isEqualTo("unauthorized access");
            assertThat(answer.json().path("errorCode").asInt()).isEqualTo(401);
            assertThat(answer.header("x-401-by-gw")).isEqualTo("true");
            assertThat(answer.header("x-correlation-id")).isNotEmpty();
        }
    }

    @Test
    void takesABearerToken_whenTheAccountUsesOauth() {
        try (PipedriveTestClient client = PipedriveTestClient.start("auth", "oauth")) {
            assertThat(client.get("/v1/users/me").status()).isEqualTo(401);

            client.header("x-api-token", "").header("authorization", "Bearer " + PipedriveTestClient.TOKEN);

            assertThat(client.get("/v1/users/me").status()).isEqualTo(200);
        }
    }

    @Test
    void takesTheTokenFromTheQuery_whenTheSwitchIsOn() {
        String path = "/api/v2/persons?api_token=" + PipedriveTestClient.TOKEN;
        try (PipedriveTestClient off = PipedriveTestClient.start().header("x-api-token", "");
                PipedriveTestClient on =
                        PipedriveTestClient.start("queryToken", "on").header("x-api-token", "")) {
            assertThat(off.get(path).status()).isEqualTo(401);
            assertThat(on.get(path).status()).isEqualTo(200);
        }
    }

    @Test
    void describesTheTokensUser() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode me = client.get("/v1/users/me").data();

            assertThat(me.path("email").asText()).isEqualTo("admin@acme.example");
            assertThat(me.path("company_domain").asText()).isEqualTo("acme");
            assertThat(me.path("is_you").asBoolean()).isTrue();
            assertThat(me.at("/access/0/admin").asBoolean()).isTrue();
        }
    }

    @Test
    void tellsTheTimeOfItsOwnClock() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.advance(Duration.ofDays(6));

            assertThat(client.get("/v1/users/me").header("date")).isEqualTo("Sun, 08 Mar 2026 09:00:00 GMT");
        }
    }

    @Test
    void servesV1UnderBothPrefixes() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.get("/api/v1/users/me").text())
                    .isEqualTo(client.get("/v1/users/me").text());
            assertThat(client.get("/v2/persons").status()).isEqualTo(404);
        }
    }

    @Test
    void tellsAnUnknownPathFromAnUnknownMethod() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.get("/api/v2/unknown").status()).isEqualTo(404);
            assertThat(client.post("/api/v2/activityFields", "{}").status()).isEqualTo(405);
            assertThat(client.delete("/api/v2/persons").status()).isEqualTo(405);
        }
    }

    @Test
    void refusesABody_whenItIsNoJson() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.post("/api/v2/persons", "{'name':").status()).isEqualTo(400);
            assertThat(client.post("/api/v2/persons", "[]").status()).isEqualTo(400);

            client.header("content-type", "application/x-www-form-urlencoded");

            assertThat(client.post("/api/v2/persons", "name=Robin").status()).isEqualTo(415);
        }
    }

    @Test
    void answersEachVersionWithItsOwnEnvelope_whenSomethingIsNotThere() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.get("/api/v2/deals/7").text())
                    .isEqualTo("{\"success\":false,\"error\":\"Entity was not found\","
                            + "\"code\":\"ERR_NOT_FOUND\",\"error_info\":\"Object was not found.\"}");
            assertThat(client.get("/v1/notes/7").text())
                    .startsWith("{\"success\":false,\"error\":\"Note not found\",\"error_info\":")
                    .contains("\"data\":null,\"additional_data\":null");
        }
    }

    @Test
    void refusesEverything_whenTheAccountIsNotPaid() {
        try (PipedriveTestClient client = PipedriveTestClient.start("paid", "off")) {
            assertThat(client.get("/v1/users/me").status()).isEqualTo(402);
        }
    }

    @Test
    void forbidsTheSchema_whenTheUserIsNoAdministrator() {
        try (PipedriveTestClient client = PipedriveTestClient.start("admin", "off")) {
            assertThat(client.post("/api/v2/pipelines", "{'name':'P'}").status())
                    .isEqualTo(403);
            assertThat(client.post("/api/v2/stages", "{'name':'S','pipeline_id':1}")
                            .status())
                    .isEqualTo(403);
            assertThat(client.post("/api/v2/dealFields", "{'field_name':'F','field_type':'text'}")
                            .status())
                    .isEqualTo(403);
            assertThat(client.post("/v1/activityTypes", "{'name':'T','icon_key':'car'}")
                            .status())
                    .isEqualTo(403);
            assertThat(client.post("/api/v2/persons", "{'name':'Robin'}").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void createsWithTheOtherStatus_whenTheSwitchSaysSo() {
        try (PipedriveTestClient client = PipedriveTestClient.start("createStatus", "201")) {
            assertThat(client.post("/api/v2/persons", "{'name':'Robin'}").status())
                    .isEqualTo(201);
        }
    }
}
