package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealReportsTest {

    @Test
    void sumsDealsByCurrency() {
        try (PipedriveTestClient client = accountWithDeals()) {
            JsonNode summary = client.get("/v1/deals/summary").data();

            assertThat(summary.path("total_count").asInt()).isEqualTo(3);
            assertThat(summary.at("/values_total/EUR/value").asInt()).isEqualTo(30);
            assertThat(summary.at("/values_total/EUR/value_formatted").asText()).isEqualTo("€30");
            assertThat(summary.at("/values_total/USD/count").asInt()).isEqualTo(1);
            assertThat(summary.at("/weighted_values_total/EUR/value").asInt()).isEqualTo(25);
            assertThat(client.get("/v1/deals/summary?status=won")
                            .data()
                            .path("total_count")
                            .asInt())
                    .isEqualTo(1);
            assertThat(client.get("/v1/deals/summary/archived")
                            .data()
                            .path("total_count")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void groupsDealsByInterval() {
        try (PipedriveTestClient client = accountWithDeals()) {
            String timeline = "/v1/deals/timeline?start_date=2026-04-01&interval=month&field_key=expected_close_date";

            JsonNode months = client.get(timeline + "&amount=2").data();
            JsonNode month = client.get(timeline + "&amount=1&exclude_deals=1").data();

            assertThat(months.at("/0/period_end").asText()).isEqualTo("2026-04-30 23:59:59");
            assertThat(months.at("/0/deals/0/title").asText()).isEqualTo("A");
            assertThat(months.at("/1/totals/count").asInt()).isEqualTo(1);
            assertThat(months.at("/1/totals/won_values/EUR").asInt()).isEqualTo(20);
            assertThat(month.path("deals").size()).isZero();
            assertThat(month.at("/totals/open_values/EUR").asInt()).isEqualTo(10);
            assertThat(client.get("/v1/deals/timeline?start_date=2026-04-01").status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pipelines/1/deals, 1",
        "pipelines/1/deals?everyone=1, 2",
        "pipelines/1/deals?everyone=1&stage_id=2, 0",
        "stages/1/deals?everyone=1, 1",
        "stages/2/deals?everyone=1, 0",
        "deals/archived, 1"
    })
    void listsDealsByV1(String list, int number) {
        try (PipedriveTestClient client = accountWithDeals()) {
            assertThat(client.get("/v1/" + list).data().size()).isEqualTo(number);
        }
    }

    @Test
    void showsADealAsV1Does() {
        try (PipedriveTestClient client = accountWithDeals()) {
            JsonNode deal = client.get("/v1/stages/1/deals").data().path(0);

            assertThat(deal.path("visible_to").asText()).isEqualTo("3");
            assertThat(deal.path("add_time").asText()).isEqualTo("2026-03-02 09:00:00");
            assertThat(deal.path("weighted_value").asInt()).isEqualTo(5);
            assertThat(deal.path("formatted_value").asText()).isEqualTo("€10");
            assertThat(deal.path("active").booleanValue()).isTrue();
            assertThat(deal.has("won_time")).isFalse();
        }
    }

    @Test
    void showsWhatADealLacksAsNull_whenTheSwitchSaysSo() {
        try (PipedriveTestClient client = PipedriveTestClient.start("absentInV1", "null")) {
            client.created("/api/v2/deals", "{'title':'A'}");

            assertThat(client.get("/v1/stages/1/deals").data().at("/0/won_time").isNull())
                    .isTrue();
        }
    }

    @Test
    void tellsHowDealsMoveThroughAPipeline() {
        try (PipedriveTestClient client = accountWithDeals()) {
            String period = "?start_date=2026-03-01&end_date=2026-03-31";

            JsonNode conversions =
                    client.get("/v1/pipelines/1/conversion_statistics" + period).data();
            JsonNode movements =
                    client.get("/v1/pipelines/1/movement_statistics" + period).data();

            assertThat(conversions.at("/stage_conversions/0/conversion_rate").asInt())
                    .isEqualTo(50);
            assertThat(conversions.path("won_conversion").asInt()).isEqualTo(50);
            assertThat(movements.at("/new_deals/deals_ids").toString()).isEqualTo("[1,2]");
            assertThat(movements.at("/won_deals/values/EUR").asInt()).isEqualTo(20);
            assertThat(movements.at("/deals_left_open/count").asInt()).isEqualTo(1);
            assertThat(client.get("/v1/pipelines/1/movement_statistics").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void duplicatesADealWithItsProducts() {
        try (PipedriveTestClient client = accountWithDeals()) {
            client.created("/api/v2/products", "{'name':'Session'}");
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.patch("/api/v2/deals/2", "{'person_id':1}");
            client.post("/api/v2/deals/2/products", "{'product_id':1,'item_price':7,'quantity':2}");

            JsonNode copy = client.post("/v1/deals/2/duplicate", "").data();

            String deal = "/api/v2/deals/" + copy.path("id").asText();
            assertThat(copy.path("status").asText()).isEqualTo("open");
            assertThat(copy.path("value").asInt()).isEqualTo(14);
            assertThat(client.get(deal + "/products").data().at("/0/name").asText())
                    .isEqualTo("Session");
            assertThat(client.get("/v1/products/1/deals").data().findValuesAsText("title"))
                    .containsExactly("B", "B");
            assertThat(client.get("/v1/products/1/deals?status=won").data().size())
                    .isEqualTo(1);
            JsonNode bought = client.get("/v1/persons/1/products").data();
            assertThat(bought.at("/0/2/product/name").asText()).isEqualTo("Session");
            assertThat(bought.at("/0/2/deal/title").asText()).isEqualTo("B");
        }
    }

    /** One open deal in the first stage, one that was won in the second, one of another user, one archived. */
    private static PipedriveTestClient accountWithDeals() {
        PipedriveTestClient client = PipedriveTestClient.start();
        long sam = client.post("/__simulator/edit", "{'object':'users','add':{'name':'Sam'}}")
                .data()
                .path("id")
                .asLong();
        client.patch("/api/v2/stages/1", "{'deal_probability':50}");
        client.created("/api/v2/deals", "{'title':'A','value':10,'expected_close_date':'2026-04-10'}");
        client.created(
                "/api/v2/deals",
                "{'title':'B','value':20,'stage_id':2,'status':'won','expected_close_date':'2026-05-10'}");
        client.created("/api/v2/deals", "{'title':'C','value':5,'currency':'USD','stage_id':3,'owner_id':" + sam + "}");
        client.created("/api/v2/deals", "{'title':'D','value':99,'is_archived':true}");
        return client;
    }
}
