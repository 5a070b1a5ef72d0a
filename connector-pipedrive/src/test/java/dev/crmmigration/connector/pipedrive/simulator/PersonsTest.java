package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonsTest {

    private static final String PERSONS = "/api/v2/persons";

    @Test
    void returnsTheWholeRecord_whenAPersonIsCreated() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long organization = client.created("/api/v2/organizations", "{'name':'Blue Bakery'}");

            Answer answer = client.post(PERSONS, """
                    {"name":"Robin van Sample","org_id":%d,"add_time":"2019-05-06T07:08:09Z","visible_to":7,
                     "emails":[{"value":"robin@customers.example"},{"value":"r@home.example","label":"home"}]}""".formatted(organization));

            JsonNode person = answer.data();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(person.toString())
                    .isEqualTo("{\"id\":1,\"name\":\"Robin van Sample\",\"first_name\":\"Robin\","
                            + "\"last_name\":\"van Sample\",\"owner_id\":"
                            + person.path("owner_id") + ",\"org_id\":1,\"add_time\":\"2019-05-06T07:08:09Z\","
                            + "\"update_time\":\"2026-03-02T09:00:00Z\",\"emails\":["
                            + "{\"value\":\"robin@customers.example\",\"primary\":true,\"label\":\"work\"},"
                            + "{\"value\":\"r@home.example\",\"primary\":false,\"label\":\"home\"}],"
                            + "\"phones\":[],\"is_deleted\":false,\"visible_to\":7,\"label_ids\":[],"
                            + "\"picture_id\":null,\"custom_fields\":{}}");
        }
    }

    @Test
    void keepsWhatWasNotSent_whenAPersonIsPatched() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long id = client.created(PERSONS, "{'name':'Robin Sample','phones':[{'value':'+12025550101'}]}");
            client.advance(Duration.ofMinutes(5));

            JsonNode person =
                    client.patch(PERSONS + "/" + id, "{'first_name':'Alex'}").data();

            assertThat(person.path("name").asText()).isEqualTo("Alex Sample");
            assertThat(person.path("phones").size()).isEqualTo(1);
            assertThat(person.path("add_time").asText()).isEqualTo("2026-03-02T09:00:00Z");
            assertThat(person.path("update_time").asText()).isEqualTo("2026-03-02T09:05:00Z");
        }
    }

    @Test
    void replacesTheWholeList_whenEmailsArePatched() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long id = client.created(
                    PERSONS, "{'name':'R','emails':[{'value':'a@one.example'},{'value':'b@one.example'}]}");

            JsonNode person = client.patch(PERSONS + "/" + id, "{'emails':[]}").data();

            assertThat(person.path("emails").toString()).isEqualTo("[]");
        }
    }

    @Test
    void showsAPersonByIdButNotInLists_whenItIsDeleted() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long id = client.created(PERSONS, "{'name':'Robin'}");

            Answer answer = client.delete(PERSONS + "/" + id);

            assertThat(answer.text()).isEqualTo("{\"success\":true,\"data\":{\"id\":1}}");
            assertThat(client.get(PERSONS).data().toString()).isEqualTo("[]");
            assertThat(client.get(PERSONS + "/" + id).data().path("is_deleted").asBoolean())
                    .isTrue();
            assertThat(client.patch(PERSONS + "/" + id, "{'name':'A'}").status())
                    .isEqualTo(404);
            assertThat(client.delete(PERSONS + "/" + id).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | name: This field is missing.",
                "{'name':7} | name: This value should be of type string.",
                "{'name':'A','owner_id':'5'} | owner_id: This value should be of type integer.",
                "{'name':'A','update_time':'2026-01-01T00:00:00Z'}"
                        + "| update_time: Parameter 'update_time' is not allowed for this request",
                "{'name':'A','email':1,'x':2} | email: Parameter 'email' is not allowed for this request; "
                        + "x: Parameter 'x' is not allowed for this request",
                "{'name':'A','add_time':'2026-01-01 00:00:00'} | add_time: This value is not a valid datetime.",
                "{'name':'A','emails':[{'value':'a','primary':true},{'value':'b','primary':true}]}"
                        + "| emails: Only one entry can be primary.",
                "{'name':'A','emails':[{'value':'a','primary':1}]}"
                        + "| emails.0.primary: This value should be of type boolean.",
                "{'name':'A','label_ids':[3]} | label_ids: The label 3 does not exist.",
                "{'name':'A','visible_to':2} | visible_to: The value you selected is not a valid choice."
            })
    void refusesThePerson_whenAParameterIsWrong(String body, String problem) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            Answer answer = client.post(PERSONS, body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("ERR_SCHEMA_VALIDATION_FAILED");
            assertThat(answer.error()).isEqualTo("Validation failed: " + problem);
            assertThat(client.get(PERSONS).data().size()).isZero();
        }
    }

    @Test
    void refusesAddTime_whenAPersonIsPatched() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long id = client.created(PERSONS, "{'name':'Robin'}");

            Answer answer = client.patch(PERSONS + "/" + id, "{'add_time':'2020-01-01T00:00:00Z'}");

            assertThat(answer.error())
                    .isEqualTo("Validation failed: add_time: Parameter 'add_time' is not allowed for this request");
        }
    }

    @Test
    void refusesThePerson_whenWhatItRefersToIsNotThere() {
        try (PipedriveTestClient client = PipedriveTestClient.start();
                PipedriveTestClient other = PipedriveTestClient.start("unknownReference", "404")) {
            String body = "{'name':'Robin','org_id':99}";

            assertThat(client.post(PERSONS, body).status()).isEqualTo(400);
            assertThat(other.post(PERSONS, body).status()).isEqualTo(404);
        }
    }

    @Test
    void forbidsTheFieldsOfContactSync_whenItIsNotSetUp() {
        try (PipedriveTestClient client = PipedriveTestClient.start();
                PipedriveTestClient synced = PipedriveTestClient.start("contactSync", "on")) {
            String body = "{'name':'Robin','birthday':'1980-02-03','job_title':'Baker'}";

            assertThat(client.post(PERSONS, body).status()).isEqualTo(403);
            assertThat(synced.post(PERSONS, body).data().path("birthday").asText())
                    .isEqualTo("1980-02-03");
        }
    }
}
