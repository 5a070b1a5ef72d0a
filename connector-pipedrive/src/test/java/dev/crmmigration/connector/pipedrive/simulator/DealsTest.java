package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealsTest {

    private static final String DEALS = "/api/v2/deals";

    @Test
    void startsInTheFirstStageOfTheFirstPipeline_whenNoneIsGiven() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode deal = client.post(DEALS, "{'title':'Website'}").data();

            assertThat(deal.path("pipeline_id").asInt()).isEqualTo(1);
            assertThat(deal.path("stage_id").asInt()).isEqualTo(1);
            assertThat(deal.path("status").asText()).isEqualTo("open");
            assertThat(deal.path("value").toString()).isEqualTo("0");
            assertThat(deal.path("currency").asText()).isEqualTo("EUR");
            assertThat(deal.path("stage_change_time").asText()).isEqualTo("2026-03-02T09:00:00Z");
        }
    }

    @Test
    void takesThePipelineFromTheStage() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long pipeline = client.created("/api/v2/pipelines", "{'name':'Renewals'}");
            long first = client.created("/api/v2/stages", "{'name':'Due','pipeline_id':" + pipeline + "}");
            long second = client.created("/api/v2/stages", "{'name':'Asked','pipeline_id':" + pipeline + "}");

            JsonNode byStage = client.post(DEALS, "{'title':'A','stage_id':" + second + "}")
                    .data();
            JsonNode byPipeline = client.post(DEALS, "{'title':'A','pipeline_id':" + pipeline + "}")
                    .data();

            assertThat(byStage.path("pipeline_id").asLong()).isEqualTo(pipeline);
            assertThat(byPipeline.path("stage_id").asLong()).isEqualTo(first);
            assertThat(client.post(DEALS, "{'title':'A','pipeline_id':1,'stage_id':" + first + "}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void keepsTheTimesOfClosing_whenTheyAreSent() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode deal = client.post(DEALS, "{'title':'A','status':'won','won_time':'2020-02-03T04:05:06Z'}")
                    .data();

            assertThat(deal.path("won_time").asText()).isEqualTo("2020-02-03T04:05:06Z");
            assertThat(deal.path("close_time").asText()).isEqualTo("2020-02-03T04:05:06Z");
            assertThat(deal.path("local_won_date").asText()).isEqualTo("2020-02-03");
        }
    }

    @Test
    void datesAndClearsTheClosing_whenTheStatusChanges() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long id = client.created(DEALS, "{'title':'A'}");
            client.advance(Duration.ofHours(1));

            JsonNode lost = client.patch(DEALS + "/" + id, "{'status':'lost','lost_reason':'Price'}")
                    .data();
            JsonNode open = client.patch(DEALS + "/" + id, "{'status':'open'}").data();

            assertThat(lost.path("lost_time").asText()).isEqualTo("2026-03-02T10:00:00Z");
            assertThat(lost.path("lost_reason").asText()).isEqualTo("Price");
            assertThat(open.path("lost_time").isNull()).isTrue();
            assertThat(open.path("lost_reason").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | ERR_SCHEMA_VALIDATION_FAILED",
                "{'title':' '} | ERR_SCHEMA_VALIDATION_FAILED",
                "{'title':'A','add_time':'2020-01-01T00:00:00Z'} | ERR_SCHEMA_VALIDATION_FAILED",
                "{'title':'A','stage_change_time':'2020-01-01T00:00:00Z'} | ERR_SCHEMA_VALIDATION_FAILED",
                "{'title':'A','is_deleted':true} | ERR_SCHEMA_VALIDATION_FAILED",
                "{'title':'A','value':'10'} | ERR_SCHEMA_VALIDATION_FAILED",
                "{'title':'A','currency':'XXX'} | ERR_SCHEMA_VALIDATION_FAILED",
                "{'title':'A','status':'closed'} | ERR_SCHEMA_VALIDATION_FAILED",
                "{'title':'A','expected_close_date':'2026-02-30'} | ERR_SCHEMA_VALIDATION_FAILED",
                "{'title':'A','probability':101} | ERR_SCHEMA_VALIDATION_FAILED",
                "{'title':'A','probability':50} | ERR_BAD_REQUEST",
                "{'title':'A','stage_id':99} | ERR_BAD_REQUEST",
                "{'title':'A','person_id':99} | ERR_BAD_REQUEST",
                "{'title':'A','owner_id':99} | ERR_BAD_REQUEST",
                "{'title':'A','won_time':'2020-01-01T00:00:00Z'} | ERR_BAD_REQUEST",
                "{'title':'A','status':'won','lost_reason':'x'} | ERR_BAD_REQUEST",
                "{'title':'A','status':'won','lost_time':'2020-01-01T00:00:00Z'} | ERR_BAD_REQUEST",
                "{'title':'A','close_time':'2020-01-01T00:00:00Z'} | ERR_BAD_REQUEST",
                "{'title':'A','custom_fields':{'custom_fields':{}}} | ERR_UNKNOWN"
            })
    void refusesTheDeal_whenAParameterIsWrong(String body, String code) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer answer = client.post(DEALS, body);

            assertThat(answer.status()).isEqualTo(code.equals("ERR_UNKNOWN") ? 500 : 400);
            assertThat(answer.code()).isEqualTo(code);
            assertThat(client.state().path("deals").size()).isZero();
        }
    }

    @Test
    void takesAProbability_whenThePipelineHasThem() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.patch("/api/v2/pipelines/1", "{'is_deal_probability_enabled':true}");

            assertThat(client.post(DEALS, "{'title':'A','probability':50}")
                            .data()
                            .path("probability")
                            .asInt())
                    .isEqualTo(50);
        }
    }

    @Test
    void keepsTheValueInDoublePrecision() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.post(DEALS, "{'title':'A','value':9007199254740993}")
                            .data()
                            .path("value")
                            .toString())
                    .isEqualTo("9007199254740992");
            assertThat(client.post(DEALS, "{'title':'A','value':10.50}")
                            .data()
                            .path("value")
                            .toString())
                    .isEqualTo("10.5");
        }
    }

    @Test
    void listsAnArchivedDealApartAndLocksIt() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long id = client.created(DEALS, "{'title':'A','is_archived':true,'archive_time':'2024-05-06 07:08:09'}");

            assertThat(client.get(DEALS).data().size()).isZero();
            assertThat(client.get(DEALS + "/archived")
                            .data()
                            .at("/0/archive_time")
                            .asText())
                    .isEqualTo("2024-05-06T07:08:09Z");
            assertThat(client.patch(DEALS + "/" + id, "{'title':'B'}").status()).isEqualTo(400);
            assertThat(client.patch(DEALS + "/" + id, "{'is_archived':false}").status())
                    .isEqualTo(200);
            assertThat(client.get(DEALS).data().size()).isEqualTo(1);
        }
    }

    @Test
    void listsDeletedDeals_whenTheyAreAskedFor() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long id = client.created(DEALS, "{'title':'A'}");
            client.created(DEALS, "{'title':'B'}");

            client.delete(DEALS + "/" + id);

            assertThat(client.get(DEALS + "?status=deleted").data().findValuesAsText("title"))
                    .containsExactly("A");
            assertThat(client.get(DEALS + "?status=open").data().findValuesAsText("title"))
                    .containsExactly("B");
        }
    }

    @Test
    void refusesMoreOpenDealsThanThePlanHas() {
        try (PipedriveTestClient client = PipedriveTestClient.start("plan", "lite")) {
            client.post("/__simulator/seed", "{'deals':2500}");

            Answer answer = client.post(DEALS, "{'title':'One more'}");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("feature_capping_deals_limit");
            assertThat(client.post(DEALS, "{'title':'Won already','status':'won'}")
                            .status())
                    .isEqualTo(200);
        }
    }
}
