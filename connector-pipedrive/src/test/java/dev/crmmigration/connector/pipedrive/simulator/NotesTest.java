package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;

class NotesTest {

    private static final String NOTES = "/v1/notes";

    @Test
    void keepsTimeAndAuthor_whenAnAdministratorSendsThem() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long person = client.created("/api/v2/persons", "{'name':'Robin'}");
            long author = client.post(
                            "/__simulator/edit",
                            "{'object':'users','add':{'name':'Sam Coach','email':'sam@acme.example'}}")
                    .data()
                    .path("id")
                    .asLong();

            Answer answer = client.post(
                    NOTES,
                    "{'content':'<b>Hi</b><script>x()</script>','person_id':" + person + ",'user_id':" + author
                            + ",'add_time':'2018-07-06 05:04:03','pinned_to_person_flag':1}");

            JsonNode note = answer.data();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(note.path("content").asText()).isEqualTo("<b>Hi</b>");
            assertThat(note.path("add_time").asText()).isEqualTo("2018-07-06 05:04:03");
            assertThat(note.path("update_time").asText()).isEqualTo("2026-03-02 09:00:00");
            assertThat(note.at("/person/name").asText()).isEqualTo("Robin");
            assertThat(note.at("/user/email").asText()).isEqualTo("sam@acme.example");
            assertThat(note.path("pinned_to_person_flag").asBoolean()).isTrue();
        }
    }

    @Test
    void forbidsAnotherAuthor_whenTheUserIsNoAdministrator() {
        try (PipedriveTestClient client = PipedriveTestClient.start("admin", "off")) {
            long person = client.created("/api/v2/persons", "{'name':'Robin'}");
            long author = client.post("/__simulator/edit", "{'object':'users','add':{'name':'Sam'}}")
                    .data()
                    .path("id")
                    .asLong();

            Answer answer = client.post(NOTES, "{'content':'Hi','person_id':" + person + ",'user_id':" + author + "}");

            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Test
    void refusesANote_whenItHasNoContentOrNothingToHangOn() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long person = client.created("/api/v2/persons", "{'name':'Robin'}");

            assertThat(client.post(NOTES, "{'content':'Hi'}").status()).isEqualTo(400);
            assertThat(client.post(NOTES, "{'person_id':" + person + "}").status())
                    .isEqualTo(400);
            assertThat(client.post(NOTES, "{'content':'Hi','deal_id':9}").status())
                    .isEqualTo(400);
            assertThat(client.post(NOTES, "{'content':'Hi','person':{},'person_id':" + person + "}")
                            .error())
                    .isEqualTo("Bad request");
            assertThat(client.post(NOTES, "{'content':'" + "x".repeat(102_401) + "','person_id':" + person + "}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void saysNull_whenThereAreNoNotes() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(client.get(NOTES).text())
                    .isEqualTo("{\"success\":true,\"data\":null,\"additional_data\":{\"pagination\":"
                            + "{\"start\":0,\"limit\":100,\"more_items_in_collection\":false}}}");
        }
    }

    @Test
    void pagesByStartAndLimit() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.post("/__simulator/seed", "{'persons':2,'notes':25}");

            Answer second = client.get(NOTES + "?start=10&limit=10");
            Answer last = client.get(NOTES + "?start=20&limit=10");

            assertThat(second.data().at("/0/id").asInt()).isEqualTo(11);
            assertThat(second.json()
                            .at("/additional_data/pagination/next_start")
                            .asInt())
                    .isEqualTo(20);
            assertThat(last.data().size()).isEqualTo(5);
            assertThat(last.json()
                            .at("/additional_data/pagination/more_items_in_collection")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void showsTheNotesOfOneRecord_whenTheyAreFiltered() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long first = client.created("/api/v2/persons", "{'name':'Robin'}");
            long second = client.created("/api/v2/persons", "{'name':'Alex'}");
            client.created(NOTES, "{'content':'a','person_id':" + first + "}");
            client.created(NOTES, "{'content':'b','person_id':" + second + "}");
            client.created(NOTES, "{'content':'c','person_id':" + second + "}");

            assertThat(client.get(NOTES + "?person_id=" + second + "&start=1")
                            .data()
                            .findValuesAsText("content"))
                    .containsExactly("c");
        }
    }

    @Test
    void hidesANoteInLists_whenItIsDeleted() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long person = client.created("/api/v2/persons", "{'name':'Robin'}");
            long note = client.created(NOTES, "{'content':'a','person_id':" + person + "}");

            assertThat(client.delete(NOTES + "/" + note).text()).isEqualTo("{\"success\":true,\"data\":true}");

            assertThat(client.get(NOTES).data().isNull()).isTrue();
            assertThat(client.get(NOTES + "/" + note).data().path("active_flag").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void changesContentAndTime_whenANoteIsPut() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            long person = client.created("/api/v2/persons", "{'name':'Robin'}");
            long note = client.created(NOTES, "{'content':'a','person_id':" + person + "}");

            JsonNode changed = client.send(
                            "PUT", NOTES + "/" + note, "{'content':'b','add_time':'2001-02-03 04:05:06'}")
                    .data();

            assertThat(changed.path("content").asText()).isEqualTo("b");
            assertThat(changed.path("add_time").asText()).isEqualTo("2001-02-03 04:05:06");
        }
    }
}
