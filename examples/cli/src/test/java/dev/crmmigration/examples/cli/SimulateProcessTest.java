package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SimulateProcessTest {

    private static final int SIGTERM = 143;

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void servesUntilItIsTerminatedAndKeepsItsState() throws Exception {
        Path state = folder.resolve("state.json");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        MigrateJar.path(),
                        "simulate",
                        "pipedrive",
                        "--token",
                        "a-token",
                        "--plan",
                        "lite",
                        "--setting",
                        "campaigns=on",
                        "--state",
                        state.toString())
                .redirectError(folder.resolve("err").toFile())
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            JsonNode ready = new ObjectMapper().readTree(out.readLine());

            URI url = URI.create(ready.path("url").asText());
            assertThat(url.getHost()).isEqualTo("127.0.0.1");
            assertThat(ready.path("token").asText()).isEqualTo("a-token");
            assertThat(status(url.resolve("/v1/users/me"), "a-token")).isEqualTo(200);
            assertThat(status(url.resolve("/v1/users/me"), "another")).isEqualTo(401);
            assertThat(status(URI.create(ready.path("control").asText() + "state"), ""))
                    .isEqualTo(200);
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(SIGTERM);
        assertThat(state).isNotEmptyFile();
    }

    @Test
    @Timeout(60)
    void servesAFreshsalesAccountUnderTheAddressOfASuite() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        MigrateJar.path(),
                        "simulate",
                        "freshsales",
                        "--token",
                        "a-key",
                        "--plan",
                        "growth",
                        "--setting",
                        "tenant=strict")
                .redirectError(folder.resolve("err").toFile())
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            JsonNode ready = new ObjectMapper().readTree(out.readLine());
            URI owners = URI.create(ready.path("url").asText()).resolve("/crm/sales/api/selector/owners");

            assertThat(status(owners, "authorization", "Token token=a-key")).isEqualTo(200);
            assertThat(status(owners, "authorization", "Token token=another")).isEqualTo(401);
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static int status(URI address, String token) throws Exception {
        return status(address, "x-api-token", token);
    }

    private static int status(URI address, String header, String credential) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(header, credential)
                .header("accept", "application/json")
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
