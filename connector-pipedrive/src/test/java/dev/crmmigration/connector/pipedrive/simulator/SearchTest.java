package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Test
    void findsPersonsByNameAddressAndCustomField() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String code = client.post("/api/v2/personFields", "{'field_name':'Ext','field_type':'varchar'}")
                    .data()
                    .path("field_code")
                    .asText();
            client.created("/api/v2/persons", "{'name':'Robin','emails':[{'value':'r@one.example'}]}");
            client.created("/api/v2/persons", "{'name':'Robina','custom_fields':{'" + code + "':'K-17'}}");

            assertThat(ids(client.get("/api/v2/persons/search?term=ROBIN"))).containsExactly("1", "2");
            assertThat(ids(client.get("/api/v2/persons/search?term=robin&exact_match=true")))
                    .containsExactly("1");
            assertThat(ids(client.get("/api/v2/persons/search?term=r@one.example&fields=email")))
                    .containsExactly("1");
            assertThat(ids(client.get("/api/v2/persons/search?term=k-17&fields=custom_fields&exact_match=true")))
                    .containsExactly("2");
            assertThat(client.get("/api/v2/persons/search?term=r").status()).isEqualTo(400);
        }
    }

    @Test
    void findsNothingNew_beforeTheIndexKnowsIt() {
        try (PipedriveTestClient client = PipedriveTestClient.start("lag", "PT10S")) {
            client.created("/api/v2/organizations", "{'name':'Blue Bakery'}");
            String search = "/api/v2/itemSearch?term=bakery&item_types=organization";

            assertThat(ids(client.get(search))).isEmpty();
            client.advance(Duration.ofSeconds(10));
            assertThat(ids(client.get(search))).containsExactly("1");
        }
    }

    @Test
    void pagesThroughTheItems() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.post("/__simulator/seed", "{'deals':7}");

            Answer first = client.get("/api/v2/deals/search?term=deal&limit=5");
            Answer second = client.get("/api/v2/deals/search?term=deal&limit=5&cursor="
                    + first.json().at("/additional_data/next_cursor").asText());

            assertThat(ids(first)).hasSize(5);
            assertThat(ids(second)).containsExactly("6", "7");
            assertThat(second.json().at("/additional_data/next_cursor").isNull())
                    .isTrue();
        }
    }

    private static List<String> ids(Answer answer) {
        return answer.data().path("items").findParents("type").stream()
                .map(item -> item.path("id").asText())
                .toList();
    }
}
