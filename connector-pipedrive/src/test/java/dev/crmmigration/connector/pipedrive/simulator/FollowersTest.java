package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowersTest {

    @ParameterizedTest
    @CsvSource({"deals, title", "persons, name", "organizations, name", "products, name"})
    void followsOnce(String object, String title) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/" + object, "{'" + title + "':'A'}");
            String followers = "/api/v2/" + object + "/1/followers";
            String body = "{'user_id':" + user(client) + "}";

            Answer added = client.post(followers, body);

            assertThat(added.status()).isEqualTo(201);
            assertThat(added.data().path("add_time").asText()).isEqualTo("2026-03-02T09:00:00Z");
            assertThat(client.post(followers, body).status()).isEqualTo(400);
            assertThat(client.post(followers, "{'user_id':1}").status()).isEqualTo(400);
            assertThat(client.get(followers).data().size()).isEqualTo(1);
            assertThat(client.post("/api/v2/" + object + "/9/followers", body).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void tellsWhoFollowedWhen() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/deals", "{'title':'A'}");
            String followers = "/api/v2/deals/1/followers";
            long user = user(client);
            client.post(followers, "{'user_id':" + user + "}");
            client.advance(Duration.ofMinutes(1));

            assertThat(client.delete(followers + "/" + user)
                            .data()
                            .path("user_id")
                            .asLong())
                    .isEqualTo(user);
            assertThat(client.delete(followers + "/" + user).status()).isEqualTo(404);

            JsonNode changelog = client.get(followers + "/changelog").data();
            assertThat(changelog.findValuesAsText("action")).containsExactly("removed", "added");
            assertThat(changelog.at("/0/time").asText()).isEqualTo("2026-03-02T09:01:00Z");
            assertThat(changelog.at("/1/follower_user_id").asLong()).isEqualTo(user);
        }
    }

    @Test
    void identifiesAFollowerByTheRelation_inV1() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'A'}");
            client.created("/api/v2/products", "{'name':'A'}");
            long user = user(client);
            String body = "{'user_id':" + user + "}";

            assertThat(client.get("/v1/persons/1/followers").data().isNull()).isTrue();
            Answer added = client.post("/v1/persons/1/followers", body);
            assertThat(client.post("/v1/products/1/followers", body).status()).isEqualTo(201);

            assertThat(added.status()).isEqualTo(200);
            assertThat(added.data().toString())
                    .isEqualTo(
                            "{\"user_id\":" + user + ",\"id\":1,\"person_id\":1,\"add_time\":\"2026-03-02 09:00:00\"}");
            assertThat(client.delete("/v1/persons/1/followers/2").status()).isEqualTo(404);
            assertThat(client.delete("/v1/persons/1/followers/1").status()).isEqualTo(200);
            assertThat(client.get("/api/v2/persons/1/followers").data().size()).isZero();
        }
    }

    private static long user(PipedriveTestClient client) {
        return client.get("/v1/users/me").data().path("id").asLong();
    }
}
