package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private static final String FIELDS = "/api/v2/personFields";

    @Test
    void givesEveryAccountItsOwnCodesAndOptionIds() {
        String body = "{'field_name':'Source','field_type':'enum','options':[{'label':'Web'},{'label':'Fair'}]}";
        try (PipedriveTestClient first = PipedriveTestClient.start(options(1));
                PipedriveTestClient again = PipedriveTestClient.start(options(1));
                PipedriveTestClient other = PipedriveTestClient.start(options(2))) {
            JsonNode field = first.post(FIELDS, body).data();

            assertThat(field.path("field_code").asText()).matches("[0-9a-f]{40}");
            assertThat(field.path("is_custom_field").asBoolean()).isTrue();
            assertThat(field.at("/options/1/label").asText()).isEqualTo("Fair");
            assertThat(again.post(FIELDS, body).data()).isEqualTo(field);
            JsonNode elsewhere = other.post(FIELDS, body).data();
            assertThat(elsewhere.path("field_code")).isNotEqualTo(field.path("field_code"));
            assertThat(elsewhere.at("/options/0/id")).isNotEqualTo(field.at("/options/0/id"));
        }
    }

    private static SimulatorOptions.Builder options(long seed) {
        return PipedriveTestClient.options("limits", "off").seed(seed);
    }

    @Test
    void keepsTwins_whenANameIsUsedAgain() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String body = "{'field_name':'Source','field_type':'varchar'}";

            JsonNode first = client.post(FIELDS, body).data();
            JsonNode second = client.post(FIELDS, body).data();

            assertThat(second.path("field_code")).isNotEqualTo(first.path("field_code"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'field_name':'F'}",
                "{'field_type':'varchar'}",
                "{'field_name':'','field_type':'varchar'}",
                "{'field_name':'F','field_type':'int'}",
                "{'field_name':'F','field_type':'enum'}",
                "{'field_name':'F','field_type':'varchar','options':[{'label':'A'}]}",
                "{'field_name':'F','field_type':'varchar','field_code':'mine'}"
            })
    void refusesTheField_whenAParameterIsWrong(String body) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.post(FIELDS, body).status()).isEqualTo(400);
        }
    }

    @Test
    void refusesMoreFieldsThanThePlanHas_overAllObjects() {
        try (PipedriveTestClient client = PipedriveTestClient.start("plan", "lite")) {
            for (int i = 0; i < 15; i++) {
                client.post(FIELDS, "{'field_name':'F','field_type':'varchar'}");
                client.post("/api/v2/dealFields", "{'field_name':'F','field_type':'varchar'}");
            }

            Answer answer = client.post("/api/v2/organizationFields", "{'field_name':'F','field_type':'varchar'}");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("feature_capping_custom_fields_limit");
        }
    }

    @Test
    void pagesThroughSystemAndCustomFields() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.post(FIELDS, "{'field_name':'Mine','field_type':'varchar'}");
            List<String> names = new ArrayList<>();
            String cursor = "";
            do {
                Answer page = client.get(FIELDS + "?limit=7" + cursor);
                names.addAll(page.data().findValuesAsText("field_name"));
                JsonNode next = page.json().at("/additional_data/next_cursor");
                cursor = next.isNull() ? "" : "&cursor=" + next.asText();
            } while (!cursor.isEmpty());

            assertThat(names).startsWith("Name").endsWith("Mine").doesNotHaveDuplicates();
        }
    }

    @Test
    void addsLabelsAsOptionsOfASystemField() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer added = client.post(FIELDS + "/label_ids/options", "[{'label':'VIP'},{'label':'Alumni'}]");

            long vip = added.data().at("/0/id").asLong();
            assertThat(added.data().findValuesAsText("label")).containsExactly("VIP", "Alumni");
            JsonNode person = client.post("/api/v2/persons", "{'name':'Robin','label_ids':[" + vip + "]}")
                    .data();
            assertThat(person.at("/label_ids/0").asLong()).isEqualTo(vip);
            assertThat(client.get("/api/v2/persons?include_labels=true").data().at("/0/labels/0/label"))
                    .hasToString("\"VIP\"");
        }
    }

    @Test
    void callsTheLabelFieldOtherwise_whenTheSwitchSaysSo() {
        try (PipedriveTestClient client = PipedriveTestClient.start("labelField", "label")) {
            assertThat(client.get(FIELDS + "/label").data().path("field_type").asText())
                    .isEqualTo("set");
            assertThat(client.get(FIELDS + "/label_ids").status()).isEqualTo(404);
        }
    }

    @Test
    void changesAllOptionsOrNone() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode field = client.post(
                            FIELDS,
                            "{'field_name':'Source','field_type':'enum','options':[{'label':'Web'},{'label':'Fair'}]}")
                    .data();
            String path = FIELDS + "/" + field.path("field_code").asText() + "/options";
            long web = field.at("/options/0/id").asLong();

            Answer refused = client.patch(path, "[{'id':" + web + ",'label':'Site'},{'id':1,'label':'x'}]");
            Answer renamed = client.patch(path, "[{'id':" + web + ",'label':'Site'}]");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(renamed.text())
                    .isEqualTo("{\"success\":true,\"data\":[{\"id\":" + web
                            + ",\"label\":\"Site\"}],\"additional_data\":null}");
        }
    }

    @Test
    void hidesADeletedFieldAndProtectsSystemFields() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = client.post(FIELDS, "{'field_name':'Mine','field_type':'varchar'}")
                    .data()
                    .path("field_code")
                    .asText();

            assertThat(client.delete(FIELDS + "/" + code).status()).isEqualTo(200);

            assertThat(client.get(FIELDS + "/" + code).status()).isEqualTo(404);
            assertThat(client.delete(FIELDS + "/name").status()).isEqualTo(403);
        }
    }

    @Test
    void showsTheNumbersOfFieldsInV1() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode title = client.get("/v1/dealFields").data().path(0);

            assertThat(title.path("key").asText()).isEqualTo("title");
            assertThat(title.path("id").isIntegralNumber()).isTrue();
        }
    }
}
