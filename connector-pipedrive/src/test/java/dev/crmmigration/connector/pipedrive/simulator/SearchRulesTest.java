package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchRulesTest {

    private static final String FIELD = "/api/v2/itemSearch/field?entity_type=person&field=name&term=";

    @ParameterizedTest
    @CsvSource({
        "itemSearch?term=r, term",
        "itemSearch?term=, term",
        "itemSearch?exact_match=true&term=, term",
        "itemSearch?term=rob&limit=101, limit",
        "itemSearch?term=rob&item_types=person;unicorn, item_types",
        "itemSearch?term=rob&fields=colour, fields",
        "itemSearch?term=rob&person_id=1, person_id",
        "persons/search?term=rob&limit=501, limit",
        "persons/search?term=rob&fields=title, fields",
        "persons/search?term=rob&status=open, status",
        "organizations/search?term=rob&organization_id=1, organization_id",
        "deals/search?term=rob&status=deleted, status",
        "deals/search?term=rob&include_fields=person.picture, include_fields",
        "itemSearch/field?term=rob&entity_type=unicorn&field=name, entity_type",
        "itemSearch/field?term=rob&entity_type=person&field=owner_id, field",
        "itemSearch/field?term=r&match=middle&entity_type=person&field=name, term"
    })
    void refusesASearch_whenAParameterIsWrong(String search, String parameter) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer answer = client.get("/api/v2/" + search.replace(';', ','));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).contains(parameter + ": ");
        }
    }

    @Test
    void findsOneCharacter_whenTheMatchIsExact() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Q'}");
            client.created("/api/v2/persons", "{'name':'QQ'}");

            assertThat(ids(client.get("/api/v2/persons/search?term=q&exact_match=true")))
                    .containsExactly("1");
        }
    }

    @Test
    void findsLettersBeyondAscii() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Jürgen Weiß'}");

            assertThat(ids(client.get("/api/v2/persons/search?term=J%C3%9CRG"))).containsExactly("1");
            assertThat(ids(client.get("/api/v2/persons/search?term=rgen"))).containsExactly("1");
        }
    }

    @Test
    void findsRecordsByTheirNotes() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created("/api/v2/deals", "{'title':'Spring'}");
            client.created("/v1/notes", "{'content':'Likes violets','person_id':1}");

            JsonNode items = client.get("/api/v2/itemSearch?term=violet").data().path("items");

            assertThat(items.size()).isEqualTo(1);
            assertThat(items.at("/0/item/type").asText()).isEqualTo("person");
            assertThat(items.at("/0/item/notes/0").asText()).isEqualTo("Likes violets");
            assertThat(ids(client.get("/api/v2/itemSearch?term=violet&fields=name,title")))
                    .isEmpty();
        }
    }

    @Test
    void narrowsDealsByWhatTheyBelongTo() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created("/api/v2/deals", "{'title':'Plan A','person_id':1}");
            client.created("/api/v2/deals", "{'title':'Plan B'}");
            client.created("/api/v2/deals", "{'title':'Plan C','person_id':1,'status':'won'}");
            String search = "/api/v2/deals/search?term=plan";

            assertThat(ids(client.get(search + "&person_id=1"))).containsExactly("1", "3");
            assertThat(ids(client.get(search + "&person_id=1&status=won"))).containsExactly("3");
            assertThat(client.get(search + "&include_fields=deal.cc_email")
                            .data()
                            .at("/items/0/item/cc_email")
                            .asText())
                    .contains("deal1@");
        }
    }

    @Test
    void addsRelatedItems_whenTheyAreWanted() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/organizations", "{'name':'Blue Bakery'}");
            client.created("/api/v2/persons", "{'name':'Robin','org_id':1}");
            client.created("/api/v2/deals", "{'title':'Spring','org_id':1}");

            Answer without = client.get("/api/v2/itemSearch?term=bakery");
            Answer with = client.get("/api/v2/itemSearch?term=bakery&search_for_related_items=true");

            assertThat(without.data().has("related_items")).isFalse();
            assertThat(with.data().path("items").size()).isEqualTo(1);
            assertThat(with.data().path("related_items").findValuesAsText("type"))
                    .containsExactly("deal", "person");
        }
    }

    @Test
    void findsLeadsAndProducts_too() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/products", "{'name':'Blue package'}");
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.post("/v1/leads", "{'title':'Blue lead','person_id':1}");

            assertThat(types(client.get("/api/v2/itemSearch?term=blue"))).containsExactly("product", "lead");
            assertThat(types(client.get("/api/v2/itemSearch?term=blue&item_types=lead")))
                    .containsExactly("lead");
            assertThat(types(client.get("/api/v2/leads/search?term=blue&person_id=1")))
                    .containsExactly("lead");
            assertThat(types(client.get("/api/v2/products/search?term=blue"))).containsExactly("product");
        }
    }

    @ParameterizedTest
    @CsvSource({"exact, Robin, 1", "exact, robin, 0", "beginning, Rob, 3", "middle, ob, 3", "middle, OB, 0"})
    void mindsTheCase_whenItSearchesAField(String match, String term, int found) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created("/api/v2/persons", "{'name':'Robina'}");
            client.created("/api/v2/persons", "{'name':'Rob'}");

            assertThat(client.get(FIELD + term + "&match=" + match).data().size())
                    .isEqualTo(found);
        }
    }

    @Test
    void searchesACustomField_onceTheIndexKnows() {
        try (PipedriveTestClient client = PipedriveTestClient.start("lag", "PT10S")) {
            String code = client.post("/api/v2/dealFields", "{'field_name':'Ext','field_type':'varchar'}")
                    .data()
                    .path("field_code")
                    .asText();
            client.created("/api/v2/deals", "{'title':'A','custom_fields':{'" + code + "':'K-17'}}");
            String search = "/api/v2/itemSearch/field?entity_type=deal&match=exact&term=K-17&field=" + code;

            assertThat(client.get(search).data().size()).isZero();
            client.advance(Duration.ofSeconds(10));
            assertThat(client.get(search).data().toString()).isEqualTo("[{\"id\":1,\"" + code + "\":\"K-17\"}]");
        }
    }

    @Test
    void hasAWindowOfItsOwn() {
        try (PipedriveTestClient client = PipedriveTestClient.startLimited("plan", "ultimate")) {
            for (int i = 0; i < 10; i++) {
                assertThat(client.get(FIELD + "Robin").status()).isEqualTo(200);
            }

            assertThat(client.get("/api/v2/persons/search?term=robin").status()).isEqualTo(429);
            assertThat(client.get("/api/v2/persons").status()).isEqualTo(200);
            client.advance(Duration.ofSeconds(2));
            assertThat(client.get("/api/v2/persons/search?term=robin").status()).isEqualTo(200);
            assertThat(client.ledger().path("tokensToday").asInt()).isEqualTo(230);
        }
    }

    private static List<String> ids(Answer answer) {
        return answer.data().path("items").findParents("type").stream()
                .map(item -> item.path("id").asText())
                .toList();
    }

    private static List<String> types(Answer answer) {
        return answer.data().path("items").findValuesAsText("type");
    }
}
