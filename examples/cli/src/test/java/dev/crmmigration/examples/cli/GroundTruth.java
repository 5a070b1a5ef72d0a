package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What a simulated account holds by its own state, past everything that is tested. */
final class GroundTruth {

    private final JsonNode state;

    private GroundTruth(JsonNode state) {
        this.state = state;
    }

    static GroundTruth of(URI simulator) {
        try (InputStream state =
                URI.create(simulator + "/__simulator/state").toURL().openStream()) {
            return new GroundTruth(new ObjectMapper().readTree(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that each record of the small export is there once. */
    void holdsEachRecordOnce() {
        int organizations = SmallExport.COMPANIES + SmallExport.CONTACTS - SmallExport.IN_COMPANIES;
        assertThat(keys("organizations", record -> record.path("name").asText()))
                .hasSize(organizations)
                .doesNotHaveDuplicates();
        assertThat(keys("persons", record -> record.at("/emails/0/value").asText()))
                .hasSize(SmallExport.CONTACTS)
                .doesNotHaveDuplicates();
        assertThat(keys("deals", record -> record.path("title").asText()))
                .hasSize(SmallExport.SALES)
                .doesNotHaveDuplicates();
        assertThat(keys(
                        "activities",
                        record -> record.path("due_date").asText() + " "
                                + record.at("/participants/0/person_id").asText()))
                .hasSize(SmallExport.APPOINTMENTS)
                .doesNotHaveDuplicates();
        assertThat(keys("notes", record -> record.path("content").asText()))
                .hasSize(SmallExport.NOTES)
                .doesNotHaveDuplicates();
    }

    /** Checks that nobody has written any record but the one that tries the token, which is taken away at once. */
    void holdsNoRecords() {
        for (String object : List.of("organizations", "persons", "deals", "activities", "notes")) {
            assertThat(state.path(object)).as(object).isEmpty();
            assertThat(state.path("deleted").path(object))
                    .as("deleted " + object)
                    .hasSizeLessThanOrEqualTo(object.equals("organizations") ? 1 : 0);
        }
    }

    /** Checks that nobody has written anything, not even a field. */
    void isUntouched() {
        holdsNoRecords();
        for (String fields : List.of("personFields", "organizationFields", "dealFields", "activityFields")) {
            assertThat(state.path(fields))
                    .as(fields)
                    .isNotEmpty()
                    .noneMatch(field -> field.path("is_custom_field").asBoolean());
            assertThat(state.path("deleted").path(fields))
                    .as("deleted " + fields)
                    .isEmpty();
        }
        assertThat(state.path("pipelines")).hasSize(1);
    }

    /** Adds a user as an admin of the account would. */
    static void addUser(URI simulator, String email) {
        String edit = "{\"object\": \"users\", \"add\": {\"name\": \"Guest\", \"email\": \"" + email + "\"}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator + "/__simulator/edit"))
                .POST(HttpRequest.BodyPublishers.ofString(edit))
                .build();
        try {
            HttpResponse<Void> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> keys(String object, Function<JsonNode, String> key) {
        return StreamSupport.stream(state.path(object).spliterator(), false)
                .map(key)
                .toList();
    }
}
