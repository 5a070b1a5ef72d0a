package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveTestClient.Answer;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesTest {

    private static final String FILES = "/v1/files";
    private static final String FORM = "multipart/form-data; boundary=xYzZY";

    @TempDir
    private Path folder;

    @Test
    void givesBackTheBytes() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/persons", "{'name':'Robin'}");
            byte[] content = bytes(300_000);

            Answer answer = upload(client, "filename=\"plan.pdf\"", content, "person_id", "1");

            assertThat(answer.status()).isEqualTo(200);
            JsonNode file = answer.data();
            assertThat(file.path("name").asText()).isEqualTo("plan.pdf");
            assertThat(file.path("file_size").asInt()).isEqualTo(300_000);
            assertThat(file.path("file_type").asText()).isEqualTo("pdf");
            assertThat(file.path("person_id").asInt()).isEqualTo(1);
            assertThat(file.path("person_name").asText()).isEqualTo("Robin");
            assertThat(file.has("deal_id")).isFalse();
            assertThat(client.get(FILES + "/1").data()).isEqualTo(file);
            assertThat(client.download(FILES + "/1/download")).isEqualTo(content);
            assertThat(client.state().at("/files/0/sha256").asText()).hasSize(64);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=\"a b.txt\" | a b.txt",
                "filename=plain.txt | plain.txt",
                "filename=\"say \\\"hi\\\".txt\" | say \"hi\".txt",
                "filename=\"say %22hi%22.txt\" | say \"hi\".txt",
                "filename=\"Übung.txt\" | Übung.txt",
                "filename=\"a.txt\"; filename*=UTF-8''%C3%9Cbung+1.txt | Übung+1.txt"
            })
    void understandsTheFileName(String parameter, String name) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(upload(client, parameter, bytes(3)).data().path("name").asText())
                    .isEqualTo(name);
        }
    }

    @Test
    void understandsAPreambleAndAQuotedBoundary() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String body = "ignored\r\n--a b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                    + "--a c\r\n\r\n--a b--\r\nignored";

            Answer answer = client.send("POST", FILES, "Multipart/Form-Data; boundary=\"a b\"", body.getBytes(UTF_8));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(client.download(FILES + "/1/download")).isEqualTo("--a c\r\n".getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text/plain | x",
                "multipart/form-data | x",
                "multipart/form-data; boundary=b | --b\\r\\nno end",
                "multipart/form-data; boundary=b | --b\\r\\n\\r\\nno head\\r\\n--b--",
                "multipart/form-data; boundary=b | --b--"
            })
    void refusesABrokenForm(String type, String body) {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            byte[] bytes = body.replace("\\r", "\r").replace("\\n", "\n").getBytes(UTF_8);

            assertThat(client.send("POST", FILES, type, bytes).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({"413", "400"})
    void refusesALargeFile(int status) {
        try (PipedriveTestClient client =
                PipedriveTestClient.start("maxFileBytes", "10", "fileTooLarge", Integer.toString(status))) {
            assertThat(upload(client, "filename=a", bytes(11)).status()).isEqualTo(status);
            assertThat(upload(client, "filename=a", bytes(10)).status()).isEqualTo(200);
        }
    }

    @Test
    void refusesAFileOnARecordThatIsMissing() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            assertThat(upload(client, "filename=a", bytes(1), "deal_id", "9").status())
                    .isEqualTo(400);
            assertThat(upload(client, "filename=a", bytes(1), "deal_id", "x").status())
                    .isEqualTo(400);
            assertThat(client.state().path("files").size()).isZero();
        }
    }

    @Test
    void isRenamedByAForm() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            upload(client, "filename=a", bytes(1));

            Answer answer = client.form("PUT", FILES + "/1", "name=new+name.txt&description=%C3%A4");

            assertThat(answer.data().path("name").asText()).isEqualTo("new name.txt");
            assertThat(answer.data().path("description").asText()).isEqualTo("ä");
            assertThat(client.form("PUT", FILES + "/9", "name=x").status()).isEqualTo(404);
        }
    }

    @Test
    void listsThoseOfARecord() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            String lead = LeadsTest.lead(client, "'was_seen':true");
            upload(client, "filename=a", bytes(1), "person_id", "1");
            upload(client, "filename=b", bytes(1), "lead_id", lead);
            upload(client, "filename=c", bytes(1), "person_id", "1");

            assertThat(client.get(FILES + "?limit=2").data().findValuesAsText("name"))
                    .containsExactly("a", "b");
            assertThat(client.get(FILES + "?start=2").data().findValuesAsText("name"))
                    .containsExactly("c");
            assertThat(client.get(FILES + "?sort=id%20DESC").data().findValuesAsText("name"))
                    .containsExactly("c", "b", "a");
            assertThat(client.get("/v1/persons/1/files").data().findValuesAsText("name"))
                    .containsExactly("a", "c");
            assertThat(client.get(FILES + "?sort=name").status()).isEqualTo(400);
            assertThat(client.get(FILES + "?limit=500")
                            .json()
                            .at("/additional_data/pagination/limit")
                            .asInt())
                    .isEqualTo(100);
        }
    }

    @Test
    void isNotListedAnyMore_whenDeleted() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            upload(client, "filename=a", bytes(1));

            assertThat(client.delete(FILES + "/1").data().toString()).isEqualTo("{\"id\":1}");

            assertThat(client.get(FILES).data().isNull()).isTrue();
            assertThat(client.get(FILES + "/1").data().path("active_flag").asBoolean(true))
                    .isFalse();
            assertThat(client.get(FILES + "/1/download").status()).isEqualTo(404);
        }
    }

    @Test
    void showsNull_whereTheAccountDoes() {
        try (PipedriveTestClient client = PipedriveTestClient.start("absentInV1", "null")) {
            JsonNode file = upload(client, "filename=a", bytes(1)).data();

            assertThat(file.has("deal_id")).isTrue();
            assertThat(file.path("deal_id").isNull()).isTrue();
        }
    }

    @Test
    void keepsOnlySizeAndHash_whenTheFilesAreTooMuch() {
        try (PipedriveTestClient client = PipedriveTestClient.start("keptFileBytes", "10")) {
            upload(client, "filename=a", bytes(6));
            upload(client, "filename=b", bytes(6));

            assertThat(client.download(FILES + "/1/download")).hasSize(6);
            assertThat(client.get(FILES + "/2/download").status()).isEqualTo(410);
            assertThat(client.get(FILES + "/2").data().path("file_size").asInt())
                    .isEqualTo(6);
        }
    }

    @Test
    void survivesARestart() {
        Path state = folder.resolve("account.json");
        byte[] content = bytes(2_500_000);
        try (PipedriveTestClient client = PipedriveTestClient.start(
                PipedriveTestClient.options("limits", "off").stateFile(state))) {
            upload(client, "filename=a.bin", content);
            upload(client, "filename=empty", bytes(0));
        }

        try (PipedriveTestClient client = PipedriveTestClient.start(
                PipedriveTestClient.options("limits", "off").stateFile(state))) {
            assertThat(client.download(FILES + "/1/download")).isEqualTo(content);
            assertThat(client.download(FILES + "/2/download")).isEmpty();
        }
    }

    @Test
    void linksFilesOfGoogle() {
        try (PipedriveTestClient client = PipedriveTestClient.start()) {
            client.created("/api/v2/deals", "{'title':'A'}");
            String item = "&item_type=deal&item_id=1&remote_location=googledrive";

            JsonNode made = client.form("POST", FILES + "/remote", "file_type=gdoc&title=Plan" + item)
                    .data();
            JsonNode linked = client.form("POST", FILES + "/remoteLink", "remote_id=abc" + item)
                    .data();

            assertThat(made.path("deal_name").asText()).isEqualTo("A");
            assertThat(made.path("file_type").asText()).isEqualTo("gdoc");
            assertThat(linked.path("remote_id").asText()).isEqualTo("abc");
            assertThat(client.form("POST", FILES + "/remote", "file_type=doc&title=Plan" + item)
                            .status())
                    .isEqualTo(400);
        }
    }

    private static Answer upload(PipedriveTestClient client, String fileName, byte[] content, String... link) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (link.length > 0) {
            body.writeBytes(
                    ("--xYzZY\r\nContent-Disposition: form-data; name=\"" + link[0] + "\"\r\n\r\n" + link[1] + "\r\n")
                            .getBytes(UTF_8));
        }
        body.writeBytes(("--xYzZY\r\nContent-Disposition: form-data; name=\"file\"; " + fileName
                        + "\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--xYzZY--\r\n".getBytes(UTF_8));
        return client.send("POST", FILES, FORM, body.toByteArray());
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
