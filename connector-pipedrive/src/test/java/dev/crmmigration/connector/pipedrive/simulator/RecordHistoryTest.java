package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordHistoryTest {

    @Test
    void tellsWhatHasChanged_newestFirst() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/deals", "{'title':'A','value':5}");
            client.patch("/api/v2/deals/1", "{'title':'B','value':5}");
            client.advance(Duration.ofMinutes(1));
            client.post("/__simulator/edit", "{'object':'deals','id':1,'set':{'value':6}}");

            Answer answer = client.get("/v1/deals/1/changelog?limit=1");
            JsonNode last = answer.data().path(0);
            String cursor = answer.json().at("/additional_data/next_cursor").asText();
            JsonNode first =
                    client.get("/v1/deals/1/changelog?cursor=" + cursor).data();

            assertThat(last.path("field_key").asText()).isEqualTo("value");
            assertThat(last.path("change_source").asText()).isEqualTo("app");
            assertThat(last.path("time").asText()).isEqualTo("2026-03-02 09:01:00");
            assertThat(first.size()).isEqualTo(1);
            assertThat(first.at("/0/old_value").asText()).isEqualTo("A");
            assertThat(first.at("/0/new_value").asText()).isEqualTo("B");
            assertThat(first.at("/0/change_source").asText()).isEqualTo("api");
        }
    }

    @Test
    void keepsTheLatestFiftyChanges() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'P0'}");
            for (int i = 1; i <= 60; i++) {
                client.patch("/api/v2/persons/1", "{'name':'P" + i + "'}");
            }

            JsonNode log = client.get("/v1/persons/1/changelog?limit=500").data();

            // A name counts twice: as a whole and as a first name.
            assertThat(log.size()).isEqualTo(50);
            assertThat(log.at("/0/new_value").asText()).isEqualTo("P60");
        }
    }

    @Test
    void showsChangesAndWhatWasAdded_inTheFlow() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = client.post("/api/v2/personFields", "{'field_name':'F','field_type':'varchar'}")
                    .data()
                    .path("field_code")
                    .asText();
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created("/v1/notes", "{'content':'N','person_id':1}");
            client.advance(Duration.ofMinutes(1));
            client.patch("/api/v2/persons/1", "{'name':'Rob','custom_fields':{'" + code + "':'x'}}");
            String flow = "/v1/persons/1/flow";

            Answer answer = client.get(flow);

            assertThat(answer.data().findValuesAsText("object"))
                    .containsExactly("personChange", "personChange", "note");
            assertThat(answer.json().at("/related_objects/person/1/name").asText())
                    .isEqualTo("Rob");
            assertThat(client.get(flow + "?all_changes=1&items=change").data().findValuesAsText("field_key"))
                    .contains(code);
            assertThat(client.get(flow + "?items=note").data().size()).isEqualTo(1);
            assertThat(client.get(flow + "?limit=1")
                            .json()
                            .at("/additional_data/pagination/next_start")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void listsWhoMaySeeARecord() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long sam = client.post("/__simulator/edit", "{'object':'users','add':{'name':'Sam'}}")
                    .data()
                    .path("id")
                    .asLong();
            long me = client.get("/v1/users/me").data().path("id").asLong();
            client.created("/api/v2/deals", "{'title':'A','visible_to':1}");
            String permitted = "/v1/deals/1/permittedUsers";

            assertThat(client.get(permitted).data().toString()).isEqualTo("[" + me + "]");
            client.post("/api/v2/deals/1/followers", "{'user_id':" + sam + "}");
            assertThat(client.get(permitted).data().toString()).isEqualTo("[" + me + "," + sam + "]");
        }
    }

    @Test
    void hasNoMail() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/organizations", "{'name':'A'}");

            Answer answer = client.get("/v1/organizations/1/mailMessages");

            assertThat(answer.data().isNull()).isTrue();
            assertThat(answer.json()
                            .at("/additional_data/pagination/more_items_in_collection")
                            .booleanValue())
                    .isFalse();
            assertThat(client.get("/v1/organizations/2/mailMessages").status()).isEqualTo(404);
        }
    }
}
