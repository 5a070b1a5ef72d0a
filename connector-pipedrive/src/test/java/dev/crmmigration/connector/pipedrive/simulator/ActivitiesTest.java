package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivitiesTest {

    private static final String ACTIVITIES = "/api/v2/activities";

    @Test
    void derivesThePersonFromThePrimaryParticipant() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long first = client.created("/api/v2/persons", "{'name':'Robin'}");
            long second = client.created("/api/v2/persons", "{'name':'Alex'}");

            JsonNode activity = client.post(
                            ACTIVITIES,
                            "{'participants':[{'person_id':" + first + "},{'person_id':" + second
                                    + ",'primary':true}]}")
                    .data();

            assertThat(activity.path("person_id").asLong()).isEqualTo(second);
            assertThat(activity.path("participants").toString())
                    .isEqualTo("[{\"person_id\":1,\"primary\":false},{\"person_id\":2,\"primary\":true}]");
            assertThat(client.get(ACTIVITIES + "?person_id=" + second).data().size())
                    .isEqualTo(1);
            assertThat(client.get(ACTIVITIES + "?person_id=" + first).data().size())
                    .isZero();
        }
    }

    @Test
    void refusesThePersonItself() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long person = client.created("/api/v2/persons", "{'name':'Robin'}");

            Answer answer = client.post(ACTIVITIES, "{'subject':'Call','person_id':" + person + "}");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("ERR_BAD_REQUEST");
            assertThat(answer.error()).contains("read-only");
        }
    }

    @Test
    void namesTheActivityAfterItsType_whenItHasNoSubject() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode type = client.post("/v1/activityTypes", "{'name':'Video call','icon_key':'camera'}")
                    .data();

            JsonNode activity = client.post(ACTIVITIES, "{'type':'video_call'}").data();

            assertThat(type.path("key_string").asText()).isEqualTo("video_call");
            assertThat(activity.path("subject").asText()).isEqualTo("Video call");
        }
    }

    @Test
    void datesTheDoneMarkItself() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode activity = client.post(
                            ACTIVITIES, "{'done':true,'due_date':'2020-01-31','due_time':'09:30','duration':'00:45'}")
                    .data();

            assertThat(activity.path("marked_as_done_time").asText()).isEqualTo("2026-03-02T09:00:00Z");
            assertThat(activity.path("due_time").asText()).isEqualTo("09:30:00");
            assertThat(activity.path("duration").asText()).isEqualTo("00:45:00");
            assertThat(client.get(ACTIVITIES + "?done=true").data().size()).isEqualTo(1);
            assertThat(client.get(ACTIVITIES + "?done=false").data().size()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'due_time':'25:00'} | Validation failed: due_time: This value is not a valid datetime.",
                "{'due_date':'31.01.2020'} | Validation failed: due_date: This value is not a valid date.",
                "{'done':1} | Validation failed: done: This value should be of type boolean.",
                "{'deal_id':'5'} | Validation failed: deal_id: This value should be of type integer.",
                "{'marked_as_done_time':'2020-01-01T00:00:00Z'} | Validation failed: marked_as_done_time: "
                        + "Parameter 'marked_as_done_time' is not allowed for this request",
                "{'custom_fields':{}} | Validation failed: custom_fields: "
                        + "Parameter 'custom_fields' is not allowed for this request",
                "{'type':'haircut'} | There is no such activity type",
                "{'priority':1} | Validation failed: priority: The value you selected is not a valid choice."
            })
    void refusesTheActivity_whenAParameterIsWrong(String body, String error) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer answer = client.post(ACTIVITIES, body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo(error);
        }
    }

    @Test
    void takesScriptsOutOfTheNote() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            JsonNode activity = client.post(ACTIVITIES, "{'note':'<p onclick=x>Hello</p><script>alert(1)</script>'}")
                    .data();

            assertThat(activity.path("note").asText()).isEqualTo("<p>Hello</p>");
        }
    }
}
