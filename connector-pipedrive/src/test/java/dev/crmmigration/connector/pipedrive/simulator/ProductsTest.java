package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductsTest {

    private static final String PRODUCTS = "/api/v2/products";

    @Test
    void addsAPriceOfNothing_whenNoneIsSent() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer answer = client.post(PRODUCTS, "{'name':'Session'}");

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.data().path("prices").toString())
                    .isEqualTo("[{\"product_id\":1,\"price\":0,\"currency\":\"EUR\",\"cost\":0,"
                            + "\"direct_cost\":null,\"notes\":\"\"}]");
            assertThat(answer.data().path("billing_frequency").asText()).isEqualTo("one-time");
        }
    }

    @Test
    void replacesAllPrices_whenSomeAreSent() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created(
                    PRODUCTS,
                    "{'name':'Session','prices':[{'currency':'EUR','price':80},{'currency':'USD','price':90.5}]}");

            JsonNode prices = client.patch(PRODUCTS + "/1", "{'prices':[{'currency':'GBP','price':70,'cost':5}]}")
                    .data()
                    .path("prices");

            assertThat(prices.findValuesAsText("currency")).containsExactly("GBP");
            assertThat(prices.at("/0/cost").asInt()).isEqualTo(5);
            assertThat(client.patch(PRODUCTS + "/1", "{'code':'S-1'}").data().path("prices"))
                    .isEqualTo(prices);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name: This field is missing.",
                "{'name':' '} | name: This value should not be blank.",
                "{'name':'A','tax':'5'} | tax: This value should be of type number.",
                "{'name':'A','category':1} | category: The value you selected is not a valid choice.",
                "{'name':'A','prices':[{'price':1}]} | prices.currency: This field is missing.",
                "{'name':'A','prices':[{'price':1,'currency':'XXX'}]} | prices.0.currency: "
                        + "This value is not a valid currency.",
                "{'name':'A','prices':[{'price':1,'currency':'EUR'},{'price':2,'currency':'EUR'}]} | prices: "
                        + "There can only be one price per currency.",
                "{'name':'A','billing_frequency_cycles':209} | billing_frequency_cycles: "
                        + "This value should be between 1 and 208.",
                "{'name':'A','add_time':'2020-01-01T00:00:00Z'} | add_time: "
                        + "Parameter 'add_time' is not allowed for this request"
            })
    void refusesWhatIsWrong(String body, String problem) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer answer = client.post(PRODUCTS, body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("Validation failed: " + problem);
        }
    }

    @ParameterizedTest
    @CsvSource({"one-time, 3, 400", "weekly, null, 400", "weekly, 3, 201", "monthly, null, 201"})
    void wantsCyclesThatFitTheFrequency(String frequency, String cycles, int status) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String body =
                    "{'name':'A','billing_frequency':'" + frequency + "','billing_frequency_cycles':" + cycles + "}";

            assertThat(client.post(PRODUCTS, body).status()).isEqualTo(status);
        }
    }

    @Test
    void hasNoRecurringProducts_whenThePlanIsTheSmallest() {
        try (PipedriveTestClient client = PipedriveTestClient.start("plan", "lite")) {
            assertThat(client.post(PRODUCTS, "{'name':'A','billing_frequency':'monthly'}")
                            .status())
                    .isEqualTo(403);
            assertThat(client.post(PRODUCTS, "{'name':'A','billing_frequency':'one-time'}")
                            .status())
                    .isEqualTo(201);
        }
    }

    @ParameterizedTest
    @CsvSource({"label, Goods", "id, ''"})
    void showsTheCategoryAsTheSwitchSays(String answer, String expected) {
        try (PipedriveTestClient client = PipedriveTestClient.start("productCategory", answer)) {
            JsonNode goods = client.get("/api/v2/productFields/category").data().at("/options/1");

            JsonNode product = client.post(PRODUCTS, "{'name':'A','category':" + goods.path("id") + "}")
                    .data();

            assertThat(product.path("category").asText())
                    .isEqualTo(expected.isEmpty() ? goods.path("id").asText() : expected);
        }
    }

    @Test
    void keepsCustomFields() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = client.post("/api/v2/productFields", "{'field_name':'Ext','field_type':'varchar'}")
                    .data()
                    .path("field_code")
                    .asText();

            client.created(PRODUCTS, "{'name':'A','custom_fields':{'" + code + "':'x-1'}}");

            assertThat(client.get(PRODUCTS + "?custom_fields=" + code).data().at("/0/custom_fields/" + code))
                    .hasToString("\"x-1\"");
            assertThat(client.get(PRODUCTS + "/search?term=x-1&fields=custom_fields")
                            .data()
                            .at("/items/0/item/id")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void listsByName() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            for (String name : new String[] {"Bee", "ant", "Cat", "ant"}) {
                client.created(PRODUCTS, "{'name':'" + name + "'}");
            }

            Answer first = client.get(PRODUCTS + "?sort_by=name&limit=3");
            client.created(PRODUCTS, "{'name':'Aardvark'}");
            String cursor = first.json().at("/additional_data/next_cursor").asText();

            assertThat(first.data().findValuesAsText("id")).containsExactly("2", "4", "1");
            assertThat(client.get(PRODUCTS + "?sort_by=name&limit=3&cursor=" + cursor)
                            .data()
                            .findValuesAsText("id"))
                    .containsExactly("3");
            assertThat(client.get(PRODUCTS + "?updated_until=2026-03-02T09:00:00Z")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void keepsVariationsAndDuplicatesThemWithTheProduct() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created(PRODUCTS, "{'name':'Session','prices':[{'currency':'EUR','price':80}]}");
            String variations = PRODUCTS + "/1/variations";
            Answer added = client.post(variations, "{'name':'Long','prices':[{'currency':'EUR','price':120}]}");
            assertThat(added.status()).isEqualTo(201);
            assertThat(added.data().at("/prices/0/product_variation_id").asInt())
                    .isEqualTo(1);
            assertThat(client.patch(variations + "/1", "{'name':'Longer'}")
                            .data()
                            .path("name")
                            .asText())
                    .isEqualTo("Longer");

            Answer copy = client.post(PRODUCTS + "/1/duplicate", "");

            assertThat(copy.status()).isEqualTo(201);
            assertThat(copy.data().at("/prices/0/product_id").asInt()).isEqualTo(2);
            assertThat(client.get(PRODUCTS + "/2/variations")
                            .data()
                            .at("/0/name")
                            .asText())
                    .isEqualTo("Longer");
            assertThat(client.delete(PRODUCTS + "/2/variations/1").status()).isEqualTo(404);
            assertThat(client.delete(variations + "/1").data().path("id").asInt())
                    .isEqualTo(1);
            assertThat(client.get(variations).data().size()).isZero();
        }
    }

    @Test
    void keepsOneImage() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created(PRODUCTS, "{'name':'Session'}");
            String images = PRODUCTS + "/1/images";
            client.header("content-type", "multipart/form-data; boundary=xx");
            String body = String.join(
                    "\r\n",
                    "--xx",
                    "Content-Disposition: form-data; name=\"data\"; filename=\"a.gif\"",
                    "",
                    "GIF89a...",
                    "--xx--",
                    "");

            assertThat(client.get(images).status()).isEqualTo(404);
            assertThat(client.post(images, body).status()).isEqualTo(201);
            assertThat(client.post(images, body).status()).isEqualTo(400);
            assertThat(client.send("PUT", images, body).status()).isEqualTo(200);
            assertThat(client.post(images, body.replace("GIF89a", "hello")).status())
                    .isEqualTo(400);
            assertThat(client.get(images).data().path("mime_type").asText()).isEqualTo("image/gif");
            assertThat(client.get(images).data().path("name").asText()).isEqualTo("a.gif");
            assertThat(client.delete(images).status()).isEqualTo(200);
            assertThat(client.get(images).status()).isEqualTo(404);
        }
    }
}
