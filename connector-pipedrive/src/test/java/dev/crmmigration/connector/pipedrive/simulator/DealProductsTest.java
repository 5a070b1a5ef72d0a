package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealProductsTest {

    private static final String DEAL = "/api/v2/deals/1";
    private static final String LINES = DEAL + "/products";

    @Test
    void derivesTheValueOfTheDeal() {
        try (PipedriveTestClient client = accountWithDeal()) {
            Answer added = client.post(
                    LINES, "{'product_id':1,'item_price':80,'quantity':3,'discount':10,'comments':'Spring'}");

            assertThat(added.status()).isEqualTo(201);
            assertThat(added.data().path("sum").asInt()).isEqualTo(216);
            assertThat(added.data().path("currency").asText()).isEqualTo("USD");
            assertThat(added.data().path("name").asText()).isEqualTo("Session");
            assertThat(value(client)).isEqualTo(216);

            client.patch(LINES + "/1", "{'discount':16,'discount_type':'amount'}");
            assertThat(value(client)).isEqualTo(224);

            client.patch(LINES + "/1", "{'is_enabled':false}");
            assertThat(value(client)).isZero();

            assertThat(client.delete(LINES + "/1").data().path("id").asInt()).isEqualTo(1);
            assertThat(client.get(LINES).data().size()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"on, 120", "off, 100"})
    void addsTaxAsTheSwitchSays(String answer, int value) {
        try (PipedriveTestClient client = accountWithDeal("taxInSums", answer)) {
            client.post(LINES, "{'product_id':1,'item_price':100,'quantity':1,'tax':20,'tax_method':'exclusive'}");

            assertThat(value(client)).isEqualTo(value);

            client.patch(LINES + "/1", "{'tax_method':'inclusive'}");
            assertThat(value(client)).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @CsvSource({"ignore, 10, 120", "overwrite, 7, null"})
    void takesAValueOfItsOwn_asTheSwitchSays(String answer, int value, String yearly) {
        try (PipedriveTestClient client = accountWithDeal("valueWithProducts", answer)) {
            client.post(LINES, "{'product_id':1,'item_price':10,'quantity':1,'billing_frequency':'monthly'}");

            JsonNode deal = client.patch(DEAL, "{'value':7}").data();

            assertThat(deal.path("value").asInt()).isEqualTo(value);
            assertThat(deal.path("arr").toString()).isEqualTo(yearly);
        }
    }

    @Test
    void addsAllRowsOrNone() {
        try (PipedriveTestClient client = accountWithDeal()) {
            String row = "{'product_id':1,'item_price':5,'quantity':2}";

            Answer refused = client.post(LINES + "/bulk", "{'data':[" + row + ",{'product_id':9}]}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(client.post(LINES + "/bulk", rows(row, 101)).status()).isEqualTo(400);
            assertThat(client.get(LINES).data().size()).isZero();

            Answer added = client.post(LINES + "/bulk", rows(row, 100));

            assertThat(added.status()).isEqualTo(201);
            assertThat(added.data().at("/99/order_nr").asInt()).isEqualTo(1000);
            assertThat(value(client)).isEqualTo(1000);
        }
    }

    private static String rows(String row, int number) {
        return "{'data':[" + IntStream.range(0, number).mapToObj(i -> row).collect(Collectors.joining(",")) + "]}";
    }

    @Test
    void deletesAtMostAHundredAtOnce() {
        try (PipedriveTestClient client = accountWithDeal()) {
            client.post(LINES + "/bulk", rows("{'product_id':1,'item_price':5,'quantity':1}", 100));
            client.post(LINES, "{'product_id':1,'item_price':5,'quantity':1}");

            Answer some = client.delete(LINES + "?ids=3,4,999");
            Answer many = client.delete(LINES);

            assertThat(some.data().path("ids").toString()).isEqualTo("[3,4]");
            assertThat(many.data().path("ids").size()).isEqualTo(99);
            assertThat(many.json()
                            .at("/additional_data/more_items_in_collection")
                            .booleanValue())
                    .isFalse();
            assertThat(client.get("/api/v2/deals/products?deal_ids=1").data().size())
                    .isZero();
        }
    }

    @Test
    void listsTheProductsOfSeveralDeals() {
        try (PipedriveTestClient client = accountWithDeal()) {
            client.created("/api/v2/deals", "{'title':'B'}");
            String line = "{'product_id':1,'item_price':5,'quantity':1}";
            client.post("/api/v2/deals/2/products", line);
            client.post(LINES, line);
            client.post(LINES, line);
            String list = "/api/v2/deals/products?deal_ids=1,2&sort_by=deal_id&sort_direction=desc&limit=2";

            Answer first = client.get(list);
            Answer second = client.get(list + "&cursor="
                    + first.json().at("/additional_data/next_cursor").asText());

            assertThat(first.data().findValuesAsText("id")).containsExactly("1", "3");
            assertThat(second.data().findValuesAsText("id")).containsExactly("2");
            assertThat(second.json().at("/additional_data/next_cursor").isNull())
                    .isTrue();
            assertThat(client.get("/api/v2/deals/products").status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'product_id':1,'item_price':5} | quantity",
                "{'product_id':2,'item_price':5,'quantity':1} | product_id",
                "{'product_id':1,'item_price':'5','quantity':1} | item_price",
                "{'product_id':1,'item_price':5,'quantity':1,'product_variation_id':7} | product_variation_id",
                "{'product_id':1,'item_price':5,'quantity':1,'billing_start_date':'2050-01-01'} | billing_start_date",
                "{'product_id':1,'item_price':5,'quantity':1,'sum':5} | sum"
            })
    void refusesALine(String body, String parameter) {
        try (PipedriveTestClient client = accountWithDeal()) {
            Answer answer = client.post(LINES, body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).contains(parameter + ":");
        }
    }

    @Test
    void refusesWhatCannotBeSold() {
        try (PipedriveTestClient client = accountWithDeal()) {
            client.created("/api/v2/products", "{'name':'Old','is_linkable':false}");

            assertThat(client.post(LINES, "{'product_id':2,'item_price':5,'quantity':1}")
                            .status())
                    .isEqualTo(400);
            client.patch(DEAL, "{'is_archived':true}");
            assertThat(client.post(LINES, "{'product_id':1,'item_price':5,'quantity':1}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void discountsTheOneTimeProducts() {
        try (PipedriveTestClient client = accountWithDeal()) {
            client.post(LINES, "{'product_id':1,'item_price':100,'quantity':1}");
            String discounts = DEAL + "/discounts";

            Answer added = client.post(discounts, "{'description':'Friend','amount':10,'type':'percentage'}");

            assertThat(added.status()).isEqualTo(201);
            assertThat(value(client)).isEqualTo(90);
            String one = discounts + "/" + added.data().path("id").asText();
            assertThat(client.patch(one, "{'type':'amount','amount':25}").status())
                    .isEqualTo(200);
            assertThat(value(client)).isEqualTo(75);
            assertThat(client.get(discounts).data().size()).isEqualTo(1);
            assertThat(client.delete(one).status()).isEqualTo(200);
            assertThat(value(client)).isEqualTo(100);
            assertThat(client.delete(one).status()).isEqualTo(404);
            assertThat(client.post(discounts, "{'description':'A','amount':0,'type':'amount'}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void takesInstallmentsForOneTimeProductsOnly() {
        try (PipedriveTestClient client = accountWithDeal()) {
            String body = "{'description':'First','amount':50,'billing_date':'2026-04-01'}";
            String installments = DEAL + "/installments";
            assertThat(client.post(installments, body).status()).isEqualTo(400);
            client.post(LINES, "{'product_id':1,'item_price':100,'quantity':1}");

            assertThat(client.post(installments, body).status()).isEqualTo(200);
            assertThat(client.patch(installments + "/1", "{'amount':60}")
                            .data()
                            .path("amount")
                            .asInt())
                    .isEqualTo(60);

            assertThat(client.patch(LINES + "/1", "{'billing_frequency':'monthly'}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.patch(LINES + "/1", "{'is_enabled':false}").status())
                    .isEqualTo(400);
            assertThat(client.get("/api/v2/deals/installments?deal_ids=1&sort_by=billing_date")
                            .data()
                            .size())
                    .isEqualTo(1);
            assertThat(client.delete(installments + "/1").status()).isEqualTo(200);
            assertThat(client.delete(installments + "/1").status()).isEqualTo(404);
        }
    }

    @Test
    void hasNoInstallments_whenThePlanIsTheSmallest() {
        try (PipedriveTestClient client = accountWithDeal("plan", "lite")) {
            assertThat(client.get("/api/v2/deals/installments?deal_ids=1").status())
                    .isEqualTo(403);
        }
    }

    private static PipedriveTestClient accountWithDeal(String... settings) {
        PipedriveTestClient client = PipedriveTestClient.start(settings);
        client.created("/api/v2/products", "{'name':'Session'}");
        client.created("/api/v2/deals", "{'title':'A','value':5,'currency':'USD'}");
        return client;
    }

    private static int value(PipedriveTestClient client) {
        return client.get(DEAL).data().path("value").asInt();
    }
}
