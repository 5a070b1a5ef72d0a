package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;

class NoteCommentsTest {

    @Test
    void hangsOnItsNote() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created("/v1/notes", "{'content':'One','person_id':1}");
            client.created("/v1/notes", "{'content':'Two','person_id':1}");

            JsonNode comment = client.post("/v1/notes/1/comments", "{'content':'Yes<script>x()</script>'}")
                    .data();

            String path = "/v1/notes/1/comments/" + comment.path("uuid").asText();
            assertThat(comment.path("content").asText()).isEqualTo("Yes");
            assertThat(comment.path("object_id").asText()).isEqualTo("1");
            assertThat(client.get(path).data()).isEqualTo(comment);
            assertThat(client.get("/v1/notes/1/comments").data().size()).isEqualTo(1);
            assertThat(client.get("/v1/notes/2/comments").data().isNull()).isTrue();
            assertThat(client.get(path.replace("notes/1", "notes/2")).status()).isEqualTo(404);
        }
    }

    @Test
    void changesAndGoes() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            client.created("/v1/notes", "{'content':'One','person_id':1}");
            JsonNode comment =
                    client.post("/v1/notes/1/comments", "{'content':'Yes'}").data();
            String path = "/v1/notes/1/comments/" + comment.path("uuid").asText();

            assertThat(client.send("PUT", path, "{'content':'No'}")
                            .data()
                            .path("content")
                            .asText())
                    .isEqualTo("No");
            assertThat(client.send("PUT", path, "{'content':' '}").status()).isEqualTo(400);
            assertThat(client.delete(path).data().asBoolean()).isTrue();
            Answer gone = client.get(path);

            assertThat(gone.status()).isEqualTo(404);
        }
    }
}
