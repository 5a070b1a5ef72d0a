package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTypesTest {

    private static final String TYPES = "/v1/activityTypes";

    @Test
    void keepsItsKey_whenItIsRenamed() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long id = client.created(TYPES, "{'name':'Site visit','icon_key':'car'}");

            JsonNode type = client.send(
                            "PUT",
                            TYPES + "/" + id,
                            "{'name':'Visit','icon_key':'truck','color':'aeb31b','order_nr':1}")
                    .data();

            assertThat(type.path("name").asText()).isEqualTo("Visit");
            assertThat(type.path("key_string").asText()).isEqualTo("site_visit");
            assertThat(type.path("icon_key").asText()).isEqualTo("truck");
            assertThat(type.path("color").asText()).isEqualTo("aeb31b");
            assertThat(type.path("order_nr").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'','icon_key':'car'}",
                "{'icon_key':'car'}",
                "{'name':'A'}",
                "{'name':'A','icon_key':'rocket'}",
                "{'name':'A','icon_key':'car','color':'red'}"
            })
    void refusesAWrongOne(String body) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.post(TYPES, body).status()).isEqualTo(400);
        }
    }

    @Test
    void makesRoom_whenOneIsDeleted() {
        try (PipedriveTestClient client = PipedriveTestClient.start("activityTypes", "7")) {
            long id = client.created(TYPES, "{'name':'A','icon_key':'car'}");
            assertThat(client.post(TYPES, "{'name':'B','icon_key':'car'}").code())
                    .isEqualTo("feature_capping_activity_types_limit");

            JsonNode deleted = client.delete(TYPES + "/" + id).data();

            assertThat(deleted.path("active_flag").asBoolean(true)).isFalse();
            assertThat(client.post(TYPES, "{'name':'B','icon_key':'car'}").status())
                    .isEqualTo(200);
            assertThat(client.send("PUT", TYPES + "/" + id, "{'name':'C'}").status())
                    .isEqualTo(404);
        }
    }
}
