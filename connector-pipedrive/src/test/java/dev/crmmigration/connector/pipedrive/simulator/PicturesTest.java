package dev.crmmigration.connector.pipedrive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private static final String BODY = String.join(
            "\r\n",
            "--xx",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.gif\"",
            "",
            "GIF89a...",
            "--xx--",
            "");

    @Test
    void setsReplacesAndRemovesThePicture() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            String picture = "/v1/persons/1/picture";
            assertThat(client.get("/api" + picture.replace("v1", "v2")).status())
                    .isEqualTo(404);
            client.header("content-type", "multipart/form-data; boundary=xx");

            Answer added = client.post(picture, BODY);
            Answer replaced = client.post(picture, BODY);

            assertThat(added.data().at("/pictures/128").asText()).endsWith("1_128.gif");
            assertThat(replaced.data().path("id").asInt()).isEqualTo(2);
            assertThat(client.post(picture, BODY.replace("GIF89a", "hello")).status())
                    .isEqualTo(400);
            Answer shown = client.get("/api/v2/persons/1/picture");
            assertThat(shown.data().path("file_size").asInt()).isEqualTo(9);
            assertThat(client.get("/api/v2/persons/1").data().path("picture_id").asInt())
                    .isEqualTo(2);

            assertThat(client.delete(picture).data().path("id").asInt()).isEqualTo(2);
            assertThat(client.get("/api/v2/persons/1").data().path("picture_id").isNull())
                    .isTrue();
            assertThat(client.delete(picture).status()).isEqualTo(404);
        }
    }
}
