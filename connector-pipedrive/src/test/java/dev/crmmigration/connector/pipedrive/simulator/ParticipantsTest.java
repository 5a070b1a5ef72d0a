package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;

class ParticipantsTest {

    private static final String PARTICIPANTS = "/v1/deals/1/participants";

    @Test
    void holdsThePersonOfTheDealAndThoseWhoWereAdded() {
        try (PipedriveTestClient client = accountWithDeal()) {
            Answer added = client.post(PARTICIPANTS, "{'person_id':2}");

            assertThat(added.data().at("/person_id/value").asInt()).isEqualTo(2);
            assertThat(added.data().at("/person/org_id/name").asText()).isEqualTo("Acme");
            assertThat(added.json().at("/related_objects/person/2/name").asText())
                    .isEqualTo("Alex");
            JsonNode all = client.get(PARTICIPANTS).json();
            assertThat(all.path("data").findValuesAsText("related_item_id")).containsExactly("1", "1");
            assertThat(all.at("/data/0/person/name").asText()).isEqualTo("Robin");
            assertThat(client.get("/api/v2/persons?deal_id=1").data().findValuesAsText("id"))
                    .containsExactly("1", "2");
        }
    }

    @Test
    void refusesWhoIsThereAlreadyOrUnknown() {
        try (PipedriveTestClient client = accountWithDeal()) {
            assertThat(client.post(PARTICIPANTS, "{'person_id':1}").status()).isEqualTo(400);
            assertThat(client.post(PARTICIPANTS, "{'person_id':9}").status()).isEqualTo(400);
            assertThat(client.post(PARTICIPANTS, "{}").status()).isEqualTo(400);
            assertThat(client.get("/v1/deals/9/participants").status()).isEqualTo(404);
        }
    }

    @Test
    void tellsWhoCameAndLeft() {
        try (PipedriveTestClient client = accountWithDeal()) {
            long id = client.created(PARTICIPANTS, "{'person_id':2}");

            assertThat(client.delete(PARTICIPANTS + "/" + id).status()).isEqualTo(200);
            assertThat(client.delete(PARTICIPANTS + "/" + id).status()).isEqualTo(404);

            JsonNode log = client.get("/v1/deals/1/participantsChangelog").data();
            assertThat(log.findValuesAsText("action")).containsExactly("removed", "added", "added");
            assertThat(log.findValuesAsText("person_id")).containsExactly("2", "2", "1");
        }
    }

    @Test
    void goesWithThePerson_whenItIsMerged() {
        try (PipedriveTestClient client = accountWithDeal()) {
            client.send("PUT", "/v1/persons/1/merge", "{'merge_with_id':2}");

            assertThat(client.get(PARTICIPANTS).data().at("/0/person_id/value").asInt())
                    .isEqualTo(2);
        }
    }

    private static PipedriveTestClient accountWithDeal() {
        PipedriveTestClient client = PipedriveTestClient.start();
        client.created("/api/v2/organizations", "{'name':'Acme'}");
        client.created("/api/v2/persons", "{'name':'Robin'}");
        client.created("/api/v2/persons", "{'name':'Alex','org_id':1}");
        client.created("/api/v2/deals", "{'title':'A','person_id':1}");
        return client;
    }
}
