package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsV1Test {

    @ParameterizedTest
    @CsvSource({"dealFields,200", "personFields,200", "organizationFields,200", "productFields,201"})
    void createsAFieldThatV2Shows(String catalog, int status) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer answer = client.post(
                    "/v1/" + catalog, "{'name':'Size','field_type':'enum','options':[{'label':'S'},{'label':'L'}]}");

            assertThat(answer.status()).isEqualTo(status);
            JsonNode field = answer.data();
            assertThat(client.get("/v1/" + catalog + "/" + field.path("id").asText())
                            .data())
                    .isEqualTo(field);
            assertThat(client.get("/api/v2/" + catalog + "/" + field.path("key").asText())
                            .data()
                            .path("options")
                            .findValuesAsText("label"))
                    .containsExactly("S", "L");
        }
    }

    @Test
    void deletesTheOptionsThatAreNotSent() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode field = client.post(
                            "/v1/dealFields",
                            "{'name':'Size','field_type':'enum','options':[{'label':'S'},{'label':'L'}]}")
                    .data();
            String kept = field.at("/options/0/id").asText();
            String gone = field.at("/options/1/id").asText();
            String code = field.path("key").asText();
            client.created("/api/v2/deals", "{'title':'A','custom_fields':{'" + code + "':" + gone + "}}");

            JsonNode changed = client.send(
                            "PUT",
                            "/v1/dealFields/" + field.path("id").asText(),
                            "{'name':'Fit','options':[{'id':" + kept + ",'label':'Small'},{'label':'M'}]}")
                    .data();

            assertThat(changed.path("name").asText()).isEqualTo("Fit");
            assertThat(changed.path("options").findValuesAsText("label")).containsExactly("Small", "M");
            assertThat(changed.at("/options/0/id").asText()).isEqualTo(kept);
            assertThat(client.get("/api/v2/deals/1")
                            .data()
                            .path("custom_fields")
                            .size())
                    .isZero();
        }
    }

    @Test
    void deletesFieldsOneByOneAndInBulk() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String first = created(client, "A");
            String second = created(client, "B");
            String third = created(client, "C");

            assertThat(client.delete("/v1/personFields/" + first).data().toString())
                    .isEqualTo("{\"id\":" + first + "}");
            assertThat(client.delete("/v1/personFields?ids=" + second + "," + third)
                            .data()
                            .toString())
                    .isEqualTo("{\"id\":[" + second + "," + third + "]}");

            assertThat(client.get("/v1/personFields/" + second).status()).isEqualTo(404);
            assertThat(client.get("/v1/productFields/1").status()).isEqualTo(410);
            assertThat(client.get("/v1/personFields").data().findValuesAsText("name"))
                    .doesNotContain("A", "B", "C");
        }
    }

    @Test
    void deletesNothing_whenOneOfSeveralIsMissing() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String field = created(client, "A");

            assertThat(client.delete("/v1/personFields?ids=" + field + ",1").status())
                    .isEqualTo(404);

            assertThat(client.get("/v1/personFields/" + field).status()).isEqualTo(200);
        }
    }

    @Test
    void isForAdministrators() {
        try (PipedriveTestClient client = PipedriveTestClient.start("admin", "off")) {
            assertThat(client.post("/v1/dealFields", "{'name':'A','field_type':'varchar'}")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void hasNoWritesForActivities() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.post("/v1/activityFields", "{'name':'A','field_type':'varchar'}")
                            .status())
                    .isEqualTo(405);
        }
    }

    private static String created(PipedriveTestClient client, String name) {
        return client.post("/v1/personFields", "{'name':'" + name + "','field_type':'varchar'}")
                .data()
                .path("id")
                .asText();
    }
}
