package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteListTest {

    private static final String NOTES = "/v1/notes";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=content%20DESC | c,b,a",
                "sort=add_time | b,a,c",
                "start_date=2020-02-01&end_date=2020-02-02 | a",
                "end_date=2020-01-31 | b",
                "pinned_to_person_flag=1 | c",
                "pinned_to_person_flag=0 | a,b",
                "project_id=1 | ",
                "start=1&limit=1 | b"
            })
    void showsWhatIsAskedFor(String query, String contents) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created(NOTES, "{'content':'a','person_id':1,'add_time':'2020-02-01 00:00:00'}");
            client.created(NOTES, "{'content':'b','person_id':1,'add_time':'2020-01-01 00:00:00'}");
            client.created(NOTES, "{'content':'c','person_id':1,'pinned_to_person_flag':1}");

            JsonNode notes = client.get(NOTES + "?" + query).data();

            assertThat(String.join(",", notes.findValuesAsText("content"))).isEqualTo(contents == null ? "" : contents);
        }
    }

    @Test
    void refusesAPinThatHasNothingToPinTo() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");

            assertThat(client.post(NOTES, "{'content':'a','person_id':1,'pinned_to_deal_flag':1}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.post(NOTES, "{'content':'a','person_id':1,'pinned_to_person_flag':2}")
                            .status())
                    .isEqualTo(400);
            assertThat(client.get(NOTES + "?sort=secret").status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({"omit,false", "null,true"})
    void showsAbsentLinksAsTheAccountDoes(String answer, boolean present) {
        try (PipedriveTestClient client = PipedriveTestClient.start("absentInV1", answer)) {
            client.created("/api/v2/persons", "{'name':'Robin'}");

            JsonNode note = client.post(NOTES, "{'content':'a','person_id':1}").data();

            assertThat(note.has("deal_id")).isEqualTo(present);
            assertThat(note.at("/person/name").asText()).isEqualTo("Robin");
        }
    }
}
