package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export that lies in the repository, from the command line into a simulated account and out of it again. */
class NextCrmPluginToPipedriveTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private RunningSimulator account;
    private Shell shell;

    @BeforeEach
    void openAnAccount() {
        account = Simulator.of("pipedrive")
                .orElseThrow()
                .start(SimulatorOptions.builder().setting("limits", "off").build());
        for (String name : List.of("olga", "paul")) {
            edit("""
                    {"object": "users", "add": {"name": "%s", "email": "%s@acme.example"}}""".formatted(name, name));
        }
        shell = new Shell(folder).set("PIPEDRIVE_API_TOKEN", account.token());
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void closesAllCounts_verifiesEveryValue_andTakesItAllBack() throws IOException {
        migrate(sample());
        verify();
        JsonNode state = state();
        JsonNode ada = person(state, "Ada Ahlgren");

        assertThat(all(state, "persons")).hasSize(20);
        assertThat(all(state, "organizations").map(one -> one.path("name").asText()))
                .containsExactlyInAnyOrder("Acme Tools", "Blue Harbor", "Čapek & Sons");
        assertThat(ada.path("emails").findValuesAsText("value")).containsExactly("ada@people.example");
        assertThat(ada.path("phones").findValuesAsText("value")).containsExactly("+49305550001");
        assertThat(custom(state, ada, "Customer number").asText()).isEqualTo("004712");
        assertThat(custom(state, ada, "Budget").decimalValue()).isEqualByComparingTo("1200");
        assertThat(custom(state, ada, "Seats").asInt()).isEqualTo(5);
        assertThat(custom(state, ada, "Member since").asText()).isEqualTo("2020-03-01");
        assertThat(custom(state, ada, "About").asText()).contains("Asked for an offer.");
        assertThat(types(state))
                .containsAllEntriesOf(Map.of(
                        "Customer number", "varchar",
                        "Budget", "double",
                        "Seats", "double",
                        "Member since", "date",
                        "Newsletter", "enum",
                        "About", "text"));

        expect(0, "report", "automation-inventory", "--format", "json");
        assertThat(shell.out())
                .contains("Welcome new contacts")
                .contains("fluentcrm wait times 3 days")
                .contains("if yes (add contact to tag)")
                .contains("Onboarding course")
                .contains("Day four")
                .contains("Spring fair");

        expect(0, "rollback", "--json");
        assertThat(shell.json().path("proven").asBoolean()).isTrue();
        assertThat(all(state(), "persons")).isEmpty();
        assertThat(all(state(), "organizations")).isEmpty();
    }

    @Test
    void readsTheSameFromAZip() throws IOException {
        migrate(zip());
        verify();

        assertThat(all(state(), "persons")).hasSize(20);
    }

    private void migrate(Path export) {
        shell.config("""
                {"workspace": "work",
                 "source": {"platform": "nextcrm", "settings": {"export": "%s", "zone": "Europe/Berlin"}},
                 "destination": {"platform": "pipedrive", "settings": {"baseUrl": "%s",
                     "apiToken": "${env:PIPEDRIVE_API_TOKEN}", "limits": "off", "visibleAfter": "PT0S"}},
                 "policies": {"defaultOwner": "admin@acme.example", "automationsPaused": "none", "extractionMethod": "csv"}}
                """.formatted(export.toString().replace('\\', '/'), account.url()));
        expect(0, "extract");
        expect(0, "plan");
        expect(0, "approve", "--by", "ops@acme.example");
        expect(0, "prepare");
        expect(0, "run");
    }

    private void verify() throws IOException {
        expect(0, "verify", "--json");
        JsonNode proof = shell.json();
        assertThat(proof.path("closed").asBoolean()).isTrue();
        assertThat(proof.path("differences")).isEmpty();
        assertThat(proof.path("verified")).isNotEmpty();
        proof.path("verified")
                .forEach(object -> assertThat(object.path("equal").asLong())
                        .isEqualTo(object.path("records").asLong())
                        .isPositive());
    }

    private void expect(int code, String... arguments) {
        assertThat(shell.migrate(arguments))
                .as(() -> String.join(" ", arguments) + "\n" + shell.err() + shell.out())
                .isEqualTo(code);
    }

    private static Path sample() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(parent -> parent.resolve("examples/exports/nextcrm-plugin"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    private Path zip() throws IOException {
        Path zip = folder.resolve("export.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out);
                Stream<Path> files = Files.list(sample())) {
            for (Path file : files.sorted().toList()) {
                packed.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
        return zip;
    }

    private void edit(String what) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(account.url() + "/__simulator/edit"))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(what))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode state() throws IOException {
        try (InputStream in =
                URI.create(account.url() + "/__simulator/state").toURL().openStream()) {
            return JSON.readTree(in);
        }
    }

    private static Stream<JsonNode> all(JsonNode state, String object) {
        return StreamSupport.stream(state.path(object).spliterator(), false);
    }

    private static JsonNode person(JsonNode state, String name) {
        return all(state, "persons")
                .filter(person -> person.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode custom(JsonNode state, JsonNode person, String label) {
        String key = all(state, "personFields")
                .filter(field -> name(field).equals(label))
                .map(field -> field.path("field_code").asText(field.path("key").asText()))
                .findFirst()
                .orElseThrow();
        return person.path("custom_fields").path(key);
    }

    private static Map<String, String> types(JsonNode state) {
        return all(state, "personFields")
                .collect(Collectors.toMap(
                        NextCrmPluginToPipedriveTest::name,
                        field -> field.path("field_type").asText(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String name(JsonNode field) {
        List<String> names = Stream.of("field_name", "name")
                .map(key -> field.path(key).asText(""))
                .filter(text -> !text.isEmpty())
                .toList();
        return names.isEmpty() ? "" : names.get(0);
    }
}
