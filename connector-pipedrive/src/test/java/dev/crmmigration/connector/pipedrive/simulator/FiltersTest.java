package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

    private static final String FILTERS = "/v1/filters";

    @Test
    void keepsConditionsOnFieldsOfTheAccount() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long title = client.get("/v1/dealFields").data().at("/0/id").asLong();

            long id = client.created(FILTERS, filter(condition(title)));

            JsonNode filter =
                    client.get(FILTERS + "/" + id + "?include_field_code=true").data();
            assertThat(filter.at("/conditions/conditions/0/conditions/0/field_code")
                            .asText())
                    .isEqualTo("title");
            assertThat(client.get(FILTERS + "?type=deals").data().size()).isEqualTo(1);
            assertThat(client.get(FILTERS + "?type=people").data().size()).isZero();
            assertThat(client.get("/api/v2/deals?filter_id=" + id).data().size())
                    .isZero();
        }
    }

    @Test
    void refusesAFilter_whenItsConditionsAreTooManyOrUnknown() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long title = client.get("/v1/dealFields").data().at("/0/id").asLong();
            String many = IntStream.range(0, 17).mapToObj(i -> condition(title)).collect(Collectors.joining(","));

            assertThat(client.post(FILTERS, filter(many)).status()).isEqualTo(400);
            assertThat(client.post(FILTERS, filter(condition(1))).status()).isEqualTo(400);
            assertThat(client.post(FILTERS, "{'name':'F','type':'deals'}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void isChangedAsAWhole() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long title = client.get("/v1/dealFields").data().at("/0/id").asLong();
            client.created(FILTERS, filter(""));

            Answer changed = client.send(
                    "PUT",
                    FILTERS + "/1?include_field_code=true",
                    filter(condition(title)).replace("Mine", "Yours").replace("'type':'deals',", ""));

            assertThat(changed.data().path("name").asText()).isEqualTo("Yours");
            assertThat(changed.data()
                            .at("/conditions/conditions/0/conditions/0/field_code")
                            .asText())
                    .isEqualTo("title");
            assertThat(client.send("PUT", FILTERS + "/1", "{'name':'X'}").status())
                    .isEqualTo(400);
            assertThat(client.send("PUT", FILTERS + "/9", filter("")).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31,200", "last_month,200", "31.01.2026,400", "2026-01-31 10:00:00,400"})
    void takesDatesOfOneForm(String date, int status) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long id = 0;
            for (JsonNode field : client.get("/v1/dealFields").data()) {
                id = field.path("key").asText().equals("expected_close_date")
                        ? field.path("id").asLong()
                        : id;
            }

            Answer answer = client.post(FILTERS, filter(condition(id).replace("'x'", "'" + date + "'")));

            assertThat(answer.status()).isEqualTo(status);
        }
    }

    @Test
    void refusesOtherGroupsThanOneOfEachGlue() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.post(FILTERS, filter("").replace("'glue':'or'", "'glue':'and'"))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesMoreThanTheCompanyMayHave() {
        try (PipedriveTestClient client = PipedriveTestClient.start("filters", "1")) {
            client.created(FILTERS, filter(""));

            assertThat(client.post(FILTERS, filter("")).code()).isEqualTo("feature_capping_filters_limit");
        }
    }

    @Test
    void helps() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.get(FILTERS + "/helpers")
                            .data()
                            .at("/operators/set/contains")
                            .asText())
                    .isEqualTo("contains");
        }
    }

    @Test
    void deletesSeveralAtOnce() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created(FILTERS, filter(""));
            client.created(FILTERS, filter(""));

            assertThat(client.delete(FILTERS + "?ids=1,2,3").data().path("id").toString())
                    .isEqualTo("[1,2]");

            assertThat(client.get(FILTERS).data().size()).isZero();
            assertThat(client.get(FILTERS + "/1").status()).isEqualTo(404);
        }
    }

    private static String filter(String conditions) {
        return "{'name':'Mine','type':'deals','conditions':{'glue':'and','conditions':[{'glue':'and','conditions':["
                + conditions + "]},{'glue':'or','conditions':[]}]}}";
    }

    private static String condition(long field) {
        return "{'object':'deal','field_id':'" + field + "','operator':'=','value':'x'}";
    }
}
