package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class PipelinesTest {

    @Test
    void beginsWithOnePipelineOfFiveStages() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.get("/api/v2/pipelines").data().size()).isEqualTo(1);
            assertThat(client.get("/api/v2/stages?pipeline_id=1").data().size()).isEqualTo(5);
        }
    }

    @Test
    void addsStagesToANewPipeline_whenTheSwitchSaysSo() {
        try (PipedriveTestClient none = PipedriveTestClient.start();
                PipedriveTestClient some = PipedriveTestClient.start("newPipelineStages", "default")) {
            none.created("/api/v2/pipelines", "{'name':'Renewals'}");
            some.created("/api/v2/pipelines", "{'name':'Renewals'}");

            assertThat(none.get("/api/v2/stages?pipeline_id=2").data().size()).isZero();
            assertThat(some.get("/api/v2/stages?pipeline_id=2").data().size()).isEqualTo(5);
        }
    }

    @Test
    void appendsANewStage() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode stage = client.post("/api/v2/stages", "{'name':'Signing','pipeline_id':1,'deal_probability':90}")
                    .data();

            assertThat(stage.path("order_nr").asInt()).isEqualTo(6);
            client.created("/api/v2/pipelines", "{'name':'Renewals'}");
            assertThat(client.post("/api/v2/stages", "{'name':'Due','pipeline_id':2}")
                            .data()
                            .path("order_nr")
                            .asInt())
                    .isEqualTo(1);
            assertThat(client.post("/api/v2/stages", "{'name':' ','pipeline_id':1}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.post("/api/v2/stages", "{'name':'S','pipeline_id':1,'deal_probability':101}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.post("/api/v2/stages", "{'name':'S','pipeline_id':9}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.post("/api/v2/pipelines", "{'name':'P','order_nr':1}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void listsTypesAndCurrencies() {
        try (PipedriveTestClient client = PipedriveTestClient.start("activityTypes", "7")) {
            assertThat(client.get("/v1/activityTypes").data().findValuesAsText("key_string"))
                    .containsExactly("call", "meeting", "task", "deadline", "email", "lunch");
            assertThat(client.get("/v1/currencies?term=EUR").data().size()).isEqualTo(1);
            assertThat(client.post("/v1/activityTypes", "{'name':'A','icon_key':'car'}")
                            .status())
                    .isEqualTo(200);
            assertThat(client.post("/v1/activityTypes", "{'name':'B','icon_key':'car'}")
                            .status())
                    .isEqualTo(403);
        }
    }
}
