package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomFieldsTest {

    private static final String DEALS = "/api/v2/deals";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "varchar | 'short' | 'short'",
                "text | 'long' | 'long'",
                "phone | '+12025550100' | '+12025550100'",
                "double | 12.50 | 12.5",
                "double | 9007199254740993 | 9007199254740992",
                "date | '2026-02-28' | '2026-02-28'",
                "monetary | {'value':10.0,'currency':'USD'} | {'value':10,'currency':'USD'}",
                "daterange | {'value':'2026-01-01','until':'2026-01-31'} | {'value':'2026-01-01','until':'2026-01-31'}",
                "time | {'value':'09:30'} | {'value':'09:30:00','timezone_id':null,'timezone_name':null}",
                "timerange | {'value':'09:30:00','until':'10:00','timezone_name':'Europe/Berlin'} | "
                        + "{'value':'09:30:00','until':'10:00:00','timezone_id':null,'timezone_name':'Europe/Berlin'}"
            })
    void keepsAValue_whenItHasTheShapeOfItsType(String type, String sent, String kept) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = field(client, type);

            JsonNode deal = client.post(DEALS, deal(code, sent)).data();

            assertThat(deal.path("custom_fields").path(code).toString()).isEqualTo(kept.replace('\'', '"'));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "varchar | 5 | This value should be of type string.",
                "double | '5' | This value should be of type number.",
                "date | '2026-1-1' | This value is not a valid date.",
                "enum | 'One' | This value should be of type integer.",
                "enum | 7 | The value you selected is not a valid choice.",
                "set | [] | This collection should contain 1 element or more.",
                "set | '1,2' | This value should be of type array.",
                "user | 7 | There is no such record of users.",
                "org | 7 | There is no such record of organizations.",
                "people | 7 | There is no such record of persons."
            })
    void refusesAValue_whenItHasAnotherShape(String type, String sent, String problem) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = field(client, type);

            Answer answer = client.post(DEALS, deal(code, sent));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("Validation failed: custom_fields." + code + ": " + problem);
            assertThat(answer.json().path("field_code").asText()).isEqualTo(code);
        }
    }

    @Test
    void refusesMoney_whenItsCurrencyIsMissingOrUnknown() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = field(client, "monetary");

            assertThat(client.post(DEALS, deal(code, "{'value':10}")).error())
                    .isEqualTo("Validation failed: custom_fields." + code + ".currency: This field is missing.");
            assertThat(client.post(DEALS, deal(code, "{'value':10,'currency':'XXX'}"))
                            .status())
                    .isEqualTo(400);
            assertThat(client.post(DEALS, deal(code, "10")).status()).isEqualTo(400);
        }
    }

    @Test
    void refusesAnUnknownHash_unlessTheSwitchSaysIgnore() {
        try (PipedriveTestClient strict = PipedriveTestClient.start();
                PipedriveTestClient lenient = PipedriveTestClient.start("unknownHash", "ignore")) {
            String body = deal("f".repeat(40), "'x'");

            assertThat(strict.post(DEALS, body).status()).isEqualTo(400);
            assertThat(lenient.post(DEALS, body).data().path("custom_fields").toString())
                    .isEqualTo("{}");
        }
    }

    @Test
    void refusesTheHashOfAnotherObject() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = field(client, "varchar");

            assertThat(client.post("/api/v2/persons", "{'name':'Robin','custom_fields':{'" + code + "':'x'}}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void clearsWithNullAndKeepsTheRest_whenADealIsPatched() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String first = field(client, "varchar");
            String second = field(client, "varchar");
            long id = client.created(DEALS, "{'title':'A','custom_fields':{'" + first + "':'x','" + second + "':'y'}}");

            JsonNode deal = client.patch(DEALS + "/" + id, "{'custom_fields':{'" + first + "':null}}")
                    .data();

            assertThat(deal.path("custom_fields").toString()).isEqualTo("{\"" + second + "\":\"y\"}");
        }
    }

    @Test
    void forgetsValues_whenTheirFieldOrOptionIsDeleted() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String text = field(client, "varchar");
            JsonNode choice = client.post(
                            "/api/v2/dealFields",
                            "{'field_name':'C','field_type':'set','options':[{'label':'One'},{'label':'Two'}]}")
                    .data();
            String set = choice.path("field_code").asText();
            long one = choice.at("/options/0/id").asLong();
            long two = choice.at("/options/1/id").asLong();
            long id = client.created(
                    DEALS,
                    "{'title':'A','custom_fields':{'" + text + "':'x','" + set + "':[" + one + "," + two + "]}}");

            client.delete("/api/v2/dealFields/" + text);
            client.send("DELETE", "/api/v2/dealFields/" + set + "/options", "[{'id':" + one + "}]");

            assertThat(client.get(DEALS + "/" + id).data().path("custom_fields").toString())
                    .isEqualTo("{\"" + set + "\":[" + two + "]}");
            assertThat(client.patch(DEALS + "/" + id, "{'custom_fields':{'" + text + "':'y'}}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void namesOptions_whenAListAsksForThem() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode choice = client.post(
                            "/api/v2/dealFields", "{'field_name':'C','field_type':'enum','options':[{'label':'One'}]}")
                    .data();
            String code = choice.path("field_code").asText();
            long one = choice.at("/options/0/id").asLong();
            client.created(DEALS, deal(code, Long.toString(one)));

            assertThat(client.get(DEALS + "?include_option_labels=true")
                            .data()
                            .path(0)
                            .path("custom_fields")
                            .path(code)
                            .toString())
                    .isEqualTo("{\"id\":" + one + ",\"label\":\"One\"}");
            assertThat(client.get(DEALS + "?custom_fields=" + "a".repeat(40))
                            .data()
                            .path(0)
                            .path("custom_fields")
                            .toString())
                    .isEqualTo("{}");
        }
    }

    private static String deal(String code, String value) {
        return "{'title':'A','custom_fields':{'" + code + "':" + value + "}}";
    }

    private static String field(PipedriveTestClient client, String type) {
        String options = type.equals("enum") || type.equals("set") ? ",'options':[{'label':'One'}]" : "";
        return client.post("/api/v2/dealFields", "{'field_name':'F','field_type':'" + type + "'" + options + "}")
                .data()
                .path("field_code")
                .asText();
    }
}
