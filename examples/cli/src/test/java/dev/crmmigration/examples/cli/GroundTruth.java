package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
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

    private List<String> keys(String object, Function<JsonNode, String> key) {
        return StreamSupport.stream(state.path(object).spliterator(), false)
                .map(key)
                .toList();
    }
}
