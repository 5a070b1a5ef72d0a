package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListExtrasTest {

    @Test
    void sortsActivitiesByTheirDueDate() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            for (String date : new String[] {"'2026-05-01'", "'2026-04-01'", "null", "'2026-06-01'"}) {
                client.created("/api/v2/activities", "{'subject':'A','due_date':" + date + "}");
            }
            client.patch("/api/v2/activities/2", "{'due_date':'2026-07-01'}");
            String list = "/api/v2/activities?sort_by=due_date&sort_direction=desc&limit=2";

            Answer first = client.get(list);
            Answer second = client.get(list + "&cursor="
                    + first.json().at("/additional_data/next_cursor").asText());

            assertThat(first.data().findValuesAsText("due_date")).containsExactly("2026-07-01", "2026-06-01");
            assertThat(second.data().findValuesAsText("id")).containsExactly("1", "3");
        }
    }

    @Test
    void countsWhatBelongsToADeal_whenThatIsWanted() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created("/api/v2/deals", "{'title':'A','person_id':1}");
            client.created("/api/v2/activities", "{'deal_id':1,'done':true,'due_date':'2026-03-01'}");
            client.created("/api/v2/activities", "{'deal_id':1,'due_date':'2026-03-09'}");
            client.created("/api/v2/activities", "{'deal_id':1,'due_date':'2026-03-05'}");
            client.created("/v1/notes", "{'content':'N','deal_id':1}");
            String fields = "?include_fields=activities_count,done_activities_count,undone_activities_count,"
                    + "notes_count,participants_count,next_activity_id,last_activity_id";

            JsonNode deal = client.get("/api/v2/deals" + fields).data().path(0);

            assertThat(deal.path("activities_count").asInt()).isEqualTo(3);
            assertThat(deal.path("done_activities_count").asInt()).isEqualTo(1);
            assertThat(deal.path("undone_activities_count").asInt()).isEqualTo(2);
            assertThat(deal.path("notes_count").asInt()).isEqualTo(1);
            assertThat(deal.path("participants_count").asInt()).isEqualTo(1);
            assertThat(deal.path("next_activity_id").asInt()).isEqualTo(3);
            assertThat(deal.path("last_activity_id").asInt()).isEqualTo(1);
            assertThat(client.get("/api/v2/deals/1" + fields).data()).isEqualTo(deal);
            assertThat(client.get("/api/v2/deals").data().path(0).has("activities_count"))
                    .isFalse();
        }
    }

    @Test
    void countsDealsOfPersonsByTheirStatus() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created("/api/v2/persons", "{'name':'Alex'}");
            client.created("/api/v2/deals", "{'title':'A','person_id':1}");
            client.created("/api/v2/deals", "{'title':'B','person_id':1,'status':'won'}");
            client.created("/api/v2/deals", "{'title':'C','person_id':1,'status':'lost'}");
            client.post("/v1/deals/1/participants", "{'person_id':2}");
            String fields = "?include_fields=open_deals_count,closed_deals_count,won_deals_count,lost_deals_count,"
                    + "participant_open_deals_count";

            JsonNode robin = client.get("/api/v2/persons/1" + fields).data();
            JsonNode alex = client.get("/api/v2/persons/2" + fields).data();

            assertThat(robin.path("open_deals_count").asInt()).isEqualTo(1);
            assertThat(robin.path("closed_deals_count").asInt()).isEqualTo(2);
            assertThat(robin.path("won_deals_count").asInt()).isEqualTo(1);
            assertThat(robin.path("participant_open_deals_count").asInt()).isZero();
            assertThat(alex.path("open_deals_count").asInt()).isZero();
            assertThat(alex.path("participant_open_deals_count").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "persons?include_fields=products_count",
                "persons?include_labels=perhaps",
                "persons/1?include_fields=colour",
                "activities?include_option_labels=true",
                "products?include_fields=files_count",
                "stages?filter_id=1"
            })
    void refusesWhatAListDoesNotKnow(String list) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");

            assertThat(client.get("/api/v2/" + list).status()).isEqualTo(400);
        }
    }
}
