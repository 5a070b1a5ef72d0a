package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EditsTest {

    private static final String EDIT = "/__simulator/edit";

    @Test
    void changesARecordOutsideTheLimits() {
        try (PipedriveTestClient client = PipedriveTestClient.startLimited("dailyBudget", "5")) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.advance(Duration.ofMinutes(1));

            Answer edited = client.post(EDIT, "{'object':'persons','id':1,'set':{'name':'Alex'}}");

            assertThat(edited.data().path("update_time").asText()).isEqualTo("2026-03-02T09:01:00Z");
            assertThat(client.state().at("/persons/0/name").asText()).isEqualTo("Alex");
            assertThat(client.ledger().path("tokensToday").asInt()).isEqualTo(5);
        }
    }

    @Test
    void addsAndDeactivatesUsers() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long user = client.post(EDIT, "{'object':'users','add':{'name':'Sam','email':'sam@acme.example'}}")
                    .data()
                    .path("id")
                    .asLong();
            String deal = "{'title':'A','owner_id':" + user + "}";
            assertThat(client.post("/api/v2/deals", deal).status()).isEqualTo(200);

            client.post(EDIT, "{'object':'users','id':" + user + ",'set':{'active_flag':false}}");

            assertThat(client.post("/api/v2/deals", deal).status()).isEqualTo(400);
            assertThat(client.get("/v1/users").data().findValuesAsText("active_flag"))
                    .containsExactly("true", "false");
            assertThat(client.get("/v1/users/find?term=SAM@&search_by_email=1")
                            .data()
                            .size())
                    .isEqualTo(1);
        }
    }

    @Test
    void deletesARecord() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");

            client.post(EDIT, "{'object':'persons','id':1,'delete':true}");

            assertThat(client.state().path("persons").size()).isZero();
            assertThat(client.state().at("/deleted/persons").toString()).isEqualTo("[1]");
        }
    }

    @Test
    void mergesTwoRecordsAndWhatRefersToThem() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin','emails':[{'value':'r@one.example'}]}");
            client.created("/api/v2/persons", "{'name':'Rob','phones':[{'value':'+1'}]}");
            client.created("/api/v2/deals", "{'title':'A','person_id':1}");
            client.created("/api/v2/activities", "{'participants':[{'person_id':1}]}");

            JsonNode survivor = client.post(EDIT, "{'object':'persons','id':1,'merge_into':2}")
                    .data();

            assertThat(survivor.path("name").asText()).isEqualTo("Rob");
            assertThat(survivor.at("/emails/0/value").asText()).isEqualTo("r@one.example");
            JsonNode state = client.state();
            assertThat(state.path("persons").findValuesAsText("id")).containsExactly("2");
            assertThat(state.at("/deals/0/person_id").asInt()).isEqualTo(2);
            assertThat(state.at("/activities/0/participants/0/person_id").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void mergesByTheApi_too() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/organizations", "{'name':'A'}");
            client.created("/api/v2/organizations", "{'name':'B'}");

            Answer merged = client.send("PUT", "/v1/organizations/1/merge", "{'merge_with_id':2}");

            assertThat(merged.data().path("id").asInt()).isEqualTo(2);
            assertThat(merged.data().path("merge_what_id").asInt()).isEqualTo(1);
            assertThat(client.get("/api/v2/organizations").data().size()).isEqualTo(1);
        }
    }

    @Test
    void editsFieldsByTheirCode() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = client.post(
                            EDIT,
                            "{'object':'activityFields','add':{'field_name':'Mood','field_type':'enum',"
                                    + "'options':[{'label':'Good'}]}}")
                    .data()
                    .path("field_code")
                    .asText();

            assertThat(client.get("/api/v2/activityFields/" + code)
                            .data()
                            .path("field_name")
                            .asText())
                    .isEqualTo("Mood");

            client.post(EDIT, "{'object':'activityFields','id':'" + code + "','delete':true}");

            assertThat(client.get("/api/v2/activityFields/" + code).status()).isEqualTo(404);
        }
    }

    @Test
    void saysWhatIsWrong() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.post(EDIT, "{'object':'unicorns'}").text())
                    .isEqualTo("{\"error\":\"there is no object 'unicorns'\"}");
            assertThat(client.post(EDIT, "{'object':'persons','id':1}").status())
                    .isEqualTo(400);
            assertThat(client.post(EDIT, "{'object':'persons','id':7,'set':{}}").status())
                    .isEqualTo(404);
            assertThat(client.post("/__simulator/seed", "{'unicorns':1}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void inventsTheSameRecordsForTheSameSeed() {
        try (PipedriveTestClient first = PipedriveTestClient.start();
                PipedriveTestClient second = PipedriveTestClient.start()) {
            String amounts = "{'organizations':4,'persons':12,'deals':5,'activities':3,'notes':2}";

            Answer present = first.post("/__simulator/seed", amounts);
            second.post("/__simulator/seed", amounts);

            assertThat(present.text())
                    .isEqualTo(
                            "{\"organizations\":4,\"persons\":12,\"deals\":5,\"activities\":3,\"notes\":2,\"products\":0,\"leads\":0,\"files\":0}");
            assertThat(first.state()).isEqualTo(second.state());
        }
    }

    @Test
    void beginsAnew_whenItIsReset() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode before = client.state();
            client.post("/__simulator/seed", "{'persons':3}");
            client.get("/api/v2/persons");

            client.post("/__simulator/reset", "");

            assertThat(client.state()).isEqualTo(before);
            assertThat(client.ledger().path("requests").asInt()).isZero();
        }
    }
}
