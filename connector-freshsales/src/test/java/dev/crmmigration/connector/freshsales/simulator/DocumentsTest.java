package dev.crmmigration.connector.freshsales.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.freshsales.simulator.FreshsalesTestClient.Answer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private static Answer upload(FreshsalesTestClient client, long contact, String content) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\n\r\n" + content
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file_name\"\r\n\r\nPlan ä.txt"
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"is_shared\"\r\n\r\ntrue"
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"targetable_type\"\r\n\r\nContact"
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"targetable_id\"\r\n\r\n" + contact
                + "\r\n--b--\r\n";
        client.header("content-type", "multipart/form-data; boundary=b");
        Answer answer = client.send("POST", "/api/documents", body.getBytes(UTF_8));
        client.header("content-type", "application/json");
        return answer;
    }

    private static long contact(FreshsalesTestClient client) {
        return client.created("/api/contacts", "{'emails':'a@one.example'}");
    }

    @Test
    void keepsAFileAndGivesItOutForSomeMinutes() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            JsonNode document = upload(client, contact(client), "ten bytes!").json();

            assertThat(document.path("name").asText()).isEqualTo("Plan ä.txt");
            assertThat(document.path("content_file_size").asInt()).isEqualTo(10);
            assertThat(document.path("is_shared").asBoolean()).isTrue();
            Answer redirect = client.get("/api/documents/" + document.path("id"));
            assertThat(redirect.status()).isEqualTo(302);
            URI store = URI.create(redirect.header("location"));
            String path = store.getPath() + "?" + store.getQuery();
            client.header("authorization", "");
            assertThat(client.get(path).text()).isEqualTo("ten bytes!");
            assertThat(client.get(path + "1").status()).isEqualTo(403);
            client.advance(Duration.ofMinutes(6));
            assertThat(client.get(path).status()).isEqualTo(403);
        }
    }

    @Test
    void listsFilesAndLinksOfARecord() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            long contact = contact(client);
            upload(client, contact, "x");
            Answer link = client.post(
                    "/api/document_links",
                    "{'url':'https://files.example/1','name':'Contract','is_shared':true,'targetable_type':'Contact','targetable_id':"
                            + contact + "}");

            JsonNode listed = client.get("/api/contacts/" + contact + "/document_associations?per_page=100")
                    .json();

            assertThat(link.json().path("url").asText()).isEqualTo("https://files.example/1");
            assertThat(listed.path("documents")).hasSize(1);
            assertThat(listed.at("/document_links/0/name").asText()).isEqualTo("Contract");
            assertThat(listed.path("document_associations").findValuesAsText("type"))
                    .containsExactly("Document", "DocumentLink");
            assertThat(listed.at("/meta/total").asInt()).isEqualTo(2);
        }
    }

    @Test
    void refusesFilesThatThePlanOrTheStorageDoesNotTake() {
        try (FreshsalesTestClient free = FreshsalesTestClient.start("plan", "free");
                FreshsalesTestClient small = FreshsalesTestClient.start("storageBytes", "15");
                FreshsalesTestClient strict = FreshsalesTestClient.start("maxFileBytes", "9", "fileTooLarge", "413")) {
            long contact = contact(small);

            assertThat(upload(free, contact(free), "ten bytes!").status()).isEqualTo(403);
            assertThat(upload(small, contact, "ten bytes!").status()).isEqualTo(200);
            assertThat(upload(small, contact, "ten bytes!").status()).isEqualTo(400);
            assertThat(upload(strict, contact(strict), "ten bytes!").status()).isEqualTo(413);
        }
    }

    @Test
    void refusesAFormWithoutFileOrParent() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start()) {
            client.header("content-type", "multipart/form-data; boundary=b");
            assertThat(client.send("POST", "/api/documents", "--b--".getBytes(UTF_8))
                            .status())
                    .isEqualTo(400);
            assertThat(upload(client, 1, "x").status()).isEqualTo(400);
            assertThat(client.post("/api/document_links", "{'url':'','name':''}")
                            .errors())
                    .hasSize(2);
        }
    }

    @Test
    void deletesAFile_whereTheAccountLetsAKeyDoIt() {
        try (FreshsalesTestClient client = FreshsalesTestClient.start();
                FreshsalesTestClient without = FreshsalesTestClient.start("fileDeletion", "off")) {
            String id = upload(client, contact(client), "x").json().path("id").asText();
            String kept =
                    upload(without, contact(without), "x").json().path("id").asText();

            assertThat(client.delete("/api/documents/" + id).text()).isEqualTo("true");
            assertThat(without.delete("/api/documents/" + kept).status()).isEqualTo(404);
        }
    }
}
