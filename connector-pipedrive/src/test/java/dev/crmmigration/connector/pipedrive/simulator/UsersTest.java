package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;

class UsersTest {

    private static final String USERS = "/v1/users";

    @Test
    void invitesAUser() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer answer = client.post(USERS, "{'email':'sam@acme.example','access':[{'app':'sales','admin':true}]}");

            JsonNode user = answer.data();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(user.path("activated").asBoolean(true)).isFalse();
            assertThat(user.at("/access/0/admin").asBoolean()).isTrue();
            assertThat(client.get(USERS + "/" + user.path("id").asText()).data())
                    .isEqualTo(user);
            assertThat(client.post(USERS, "{'email':'SAM@acme.example'}").status())
                    .isEqualTo(400);
            assertThat(client.post(USERS, "{'email':'sam'}").status()).isEqualTo(400);
            assertThat(client.post(USERS, "{'email':'x@acme.example','access':[{'app':'none'}]}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void takesAUserOutOfService() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long user = client.created(USERS, "{'email':'sam@acme.example'}");

            Answer answer = client.send("PUT", USERS + "/" + user, "{'active_flag':false}");

            assertThat(answer.data().path("active_flag").asBoolean(true)).isFalse();
            assertThat(client.post("/api/v2/deals", "{'title':'A','owner_id':" + user + "}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.send("PUT", USERS + "/" + user, "{'name':'x'}").status())
                    .isEqualTo(400);
            Answer missing = client.send("PUT", USERS + "/5", "{'active_flag':false}");
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.error()).isEqualTo("User not found or not accessible.");
        }
    }

    @Test
    void isForAdministrators() {
        try (PipedriveTestClient client = PipedriveTestClient.start("admin", "off")) {
            Answer answer = client.post(USERS, "{'email':'sam@acme.example'}");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.error()).isEqualTo("You do not have permissions to do this.");
        }
    }

    @Test
    void tellsWhatAUserMay() {
        try (PipedriveTestClient client = PipedriveTestClient.start();
                PipedriveTestClient plain = PipedriveTestClient.start("admin", "off")) {
            String me =
                    USERS + "/" + client.get(USERS + "/me").data().path("id").asText();

            assertThat(client.get(me + "/permissions")
                            .data()
                            .path("can_add_custom_fields")
                            .asBoolean())
                    .isTrue();
            assertThat(plain.get(me + "/permissions")
                            .data()
                            .path("can_add_custom_fields")
                            .asBoolean(true))
                    .isFalse();
            assertThat(client.get(me + "/roleAssignments")
                            .data()
                            .at("/0/role_id")
                            .asInt())
                    .isEqualTo(1);
            assertThat(client.get(me + "/roleSettings")
                            .data()
                            .path("deal_default_visibility")
                            .asInt())
                    .isEqualTo(3);
            assertThat(client.get(me + "/followers").data().isArray()).isTrue();
            assertThat(client.get("/v1/userSettings").data().path("list_limit").asInt())
                    .isEqualTo(100);
            assertThat(client.get("/v1/userConnections").data().isObject()).isTrue();
            assertThat(client.get(USERS + "/5/permissions").status()).isEqualTo(404);
        }
    }
}
