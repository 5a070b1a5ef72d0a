package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilteredListsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | = | plan a | 1",
                "title | != | Plan A | 2,3",
                "title | LIKE '%$%' | LAN | 1,2",
                "title | LIKE '$%' | other | 3",
                "title | NOT LIKE '$%' | plan | 3",
                "value | > | 20 | 2,3",
                "value | <= | 20 | 1",
                "status | = | won | 2",
                "expected_close_date | IS NULL | '' | 2,3",
                "expected_close_date | IS NOT NULL | '' | 1",
                "expected_close_date | = | this_week | 1",
                "expected_close_date | < | tomorrow | ''",
                "expected_close_date | = | in_1_week | ''",
                "add_time | = | today | 1,2,3",
                "add_time | = | last_month | ''",
                "add_time | >= | 2026-03-02 | 1,2,3"
            })
    void appliesAConditionOnAField(String field, String operator, String value, String expected) {
        try (PipedriveTestClient client = accountWithDeals()) {
            long filter = filter(client, "deals", condition(client, "deal", field, operator, value), "");

            assertThat(ids(client.get("/api/v2/deals?filter_id=" + filter)))
                    .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(",", -1)));
        }
    }

    @Test
    void looksAtLinkedRecords() {
        try (PipedriveTestClient client = accountWithDeals()) {
            String ofPerson = condition(client, "person", "name", "=", "Robin");
            long deals = filter(client, "deals", ofPerson, "");
            long persons = filter(client, "people", condition(client, "deal", "status", "=", "won"), "");

            assertThat(ids(client.get("/api/v2/deals?filter_id=" + deals))).containsExactly("1");
            assertThat(ids(client.get("/api/v2/persons?filter_id=" + persons))).containsExactly("2");
        }
    }

    @Test
    void joinsGroupsByAndAndOr() {
        try (PipedriveTestClient client = accountWithDeals()) {
            String all = condition(client, "deal", "value", ">=", "20");
            String any = condition(client, "deal", "title", "=", "Other") + ","
                    + condition(client, "deal", "title", "=", "Plan A");
            long filter = filter(client, "deals", all, any);

            assertThat(ids(client.get("/api/v2/deals?filter_id=" + filter))).containsExactly("1", "3");
        }
    }

    @Test
    void takesThePlaceOfOtherFilters() {
        try (PipedriveTestClient client = accountWithDeals()) {
            long filter = filter(client, "deals", condition(client, "deal", "title", "=", "Plan A"), "");
            String list = "/api/v2/deals?filter_id=" + filter;

            assertThat(ids(client.get(list + "&ids=2,3&status=won"))).containsExactly("1");
            assertThat(ids(client.get(list + "&updated_since=2026-03-03T00:00:00Z")))
                    .isEmpty();
            assertThat(client.get("/api/v2/persons?filter_id=" + filter).status())
                    .isEqualTo(400);
            assertThat(client.get("/api/v2/deals?filter_id=99").status()).isEqualTo(404);
        }
    }

    @Test
    void findsOptionsOfACustomField() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode field = client.post(
                            "/api/v2/personFields",
                            "{'field_name':'Kind','field_type':'set','options':[{'label':'A'},{'label':'B'}]}")
                    .data();
            String code = field.path("field_code").asText();
            String a = field.at("/options/0/id").asText();
            String b = field.at("/options/1/id").asText();
            client.created("/api/v2/persons", "{'name':'R','custom_fields':{'" + code + "':[" + a + "," + b + "]}}");
            client.created("/api/v2/persons", "{'name':'S','custom_fields':{'" + code + "':[" + a + "]}}");

            long filter = filter(client, "people", condition(client, "person", code, "contains", b), "");

            assertThat(ids(client.get("/api/v2/persons?filter_id=" + filter))).containsExactly("1");
        }
    }

    private static PipedriveTestClient accountWithDeals() {
        PipedriveTestClient client = PipedriveTestClient.start();
        client.created("/api/v2/persons", "{'name':'Robin'}");
        client.created("/api/v2/persons", "{'name':'Alex'}");
        client.created(
                "/api/v2/deals", "{'title':'Plan A','value':20,'person_id':1,'expected_close_date':'2026-03-03'}");
        client.created("/api/v2/deals", "{'title':'Plan B','value':30,'person_id':2,'status':'won'}");
        client.created("/api/v2/deals", "{'title':'Other','value':40}");
        return client;
    }

    private static long filter(PipedriveTestClient client, String type, String all, String any) {
        return client.created(
                "/v1/filters",
                "{'name':'F','type':'" + type + "','conditions':{'glue':'and','conditions':["
                        + "{'glue':'and','conditions':[" + all + "]},{'glue':'or','conditions':[" + any + "]}]}}");
    }

    private static String condition(
            PipedriveTestClient client, String object, String code, String operator, String value) {
        String fields = client.get("/v1/" + object + "Fields?limit=500").data().findParents("key").stream()
                .filter(field -> field.path("key").asText().equals(code))
                .map(field -> field.path("id").asText())
                .findFirst()
                .orElseThrow();
        // The client turns single quotes into double ones, which operators do not have.
        return "{'object':'" + object + "','field_id':'" + fields + "','operator':'" + operator.replace("'", "\\u0027")
                + "','value':'" + value + "','extra_value':null}";
    }

    private static List<String> ids(Answer answer) {
        return answer.data().findValuesAsText("id");
    }
}
