package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConversionsTest {

    @Test
    void makesADealOfALead() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String lead = lead(client);
            client.created("/v1/notes", "{'content':'N','lead_id':'" + lead + "'}");

            JsonNode status = converted(client, "leads/" + lead, "deal", "{'stage_id':3}");

            assertThat(status.path("status").asText()).isEqualTo("completed");
            JsonNode deal = client.get("/api/v2/deals/" + status.path("deal_id").asText())
                    .data();
            assertThat(deal.path("title").asText()).isEqualTo("Spring");
            assertThat(deal.path("stage_id").asInt()).isEqualTo(3);
            assertThat(deal.path("value").asInt()).isEqualTo(70);
            assertThat(deal.path("source_lead_id").asText()).isEqualTo(lead);
            assertThat(client.get("/v1/notes?deal_id=" + deal.path("id").asText())
                            .data()
                            .size())
                    .isEqualTo(1);
            assertThat(client.state().path("leads").size()).isZero();
        }
    }

    @Test
    void makesALeadOfADeal() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created("/api/v2/deals", "{'title':'Spring','person_id':1,'value':70,'currency':'EUR'}");
            client.created("/api/v2/activities", "{'deal_id':1}");

            JsonNode status = converted(client, "deals/1", "lead", "");

            String lead = status.path("lead_id").asText();
            assertThat(client.get("/v1/leads/" + lead)
                            .data()
                            .at("/value/amount")
                            .asInt())
                    .isEqualTo(70);
            assertThat(client.get("/api/v2/activities/1").data().path("lead_id").asText())
                    .isEqualTo(lead);
            assertThat(client.get("/api/v2/deals").data().size()).isZero();
        }
    }

    @Test
    void takesItsTime_whenTheSettingSaysSo() {
        try (PipedriveTestClient client = PipedriveTestClient.start("conversionSeconds", "5")) {
            String lead = lead(client);
            String conversion = client.post("/api/v2/leads/" + lead + "/convert/deal", "")
                    .data()
                    .path("conversion_id")
                    .asText();
            String status = "/api/v2/leads/" + lead + "/convert/status/" + conversion;

            assertThat(client.get(status).data().path("status").asText()).isEqualTo("not_started");
            client.advance(Duration.ofSeconds(5));
            assertThat(client.get(status).data().path("status").asText()).isEqualTo("completed");
            client.advance(Duration.ofDays(4));
            assertThat(client.get(status).status()).isEqualTo(404);
        }
    }

    @Test
    void isRejected_whenTheDealCannotBecomeALead() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/deals", "{'title':'Nobody'}");

            assertThat(converted(client, "deals/1", "lead", "").path("status").asText())
                    .isEqualTo("rejected");
            assertThat(client.get("/api/v2/deals").data().size()).isEqualTo(1);
        }
    }

    @Test
    void fails_whenTheLeadIsGoneBeforeItsTurn() {
        try (PipedriveTestClient client = PipedriveTestClient.start("conversionSeconds", "5")) {
            String lead = lead(client);
            String path = "/api/v2/leads/" + lead + "/convert/";
            String conversion =
                    client.post(path + "deal", "").data().path("conversion_id").asText();
            client.delete("/v1/leads/" + lead);
            client.advance(Duration.ofSeconds(5));

            assertThat(client.get(path + "status/" + conversion)
                            .data()
                            .path("status")
                            .asText())
                    .isEqualTo("failed");
        }
    }

    @Test
    void refusesWhatIsUnknown() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String lead = lead(client);
            String path = "/api/v2/leads/" + lead + "/convert/deal";

            assertThat(client.post("/api/v2/deals/9/convert/lead", "").status()).isEqualTo(404);
            assertThat(client.post(path, "{'stage_id':99}").status()).isEqualTo(400);
            assertThat(client.post(path, "{'title':'A'}").status()).isEqualTo(400);
            assertThat(client.get(path.replace("deal", "status/" + lead)).status())
                    .isEqualTo(404);
        }
    }

    private static String lead(PipedriveTestClient client) {
        client.created("/api/v2/persons", "{'name':'Robin'}");
        Answer lead =
                client.post("/v1/leads", "{'title':'Spring','person_id':1,'value':{'amount':70,'currency':'EUR'}}");
        return lead.data().path("id").asText();
    }

    private static JsonNode converted(PipedriveTestClient client, String source, String into, String body) {
        String path = "/api/v2/" + source + "/convert/";
        String conversion =
                client.post(path + into, body).data().path("conversion_id").asText();
        return client.get(path + "status/" + conversion).data();
    }
}
