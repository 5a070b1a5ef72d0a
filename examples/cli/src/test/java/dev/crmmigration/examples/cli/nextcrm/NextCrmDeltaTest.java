package dev.crmmigration.examples.cli.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.Reconciliation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextCrmDeltaTest {

    private static final int CONTACTS = 400;

    /** With {@code changes} only what changed is read, and which rows are there at all. */
    @ParameterizedTest
    @ValueSource(strings = {"full", "changes"})
    void writesWhatChanged_andTakesAwayWhatWasDeletedForGood(String delta, @TempDir Path folder) {
        Map<String, String> settings = Map.of("leaveOut", "document,documentLink,invoiceAttachment", "delta", delta);
        try (Rig rig = new Rig(CONTACTS, folder, settings, Map.of("sourceDeleted", "delete", "invoices", "leave"))) {
            rig.prepared();
            rig.migration().run();
            JsonNode before = rig.state();
            new Changes(rig.database(), CONTACTS).happen();

            Changes.assertExact(rig.migration().delta());

            Reconciliation proof = rig.migration().verify();
            assertThat(proof.closed()).isTrue();
            assertThat(proof.differences()).isEmpty();
            JsonNode after = rig.state();
            assertThat(Rig.all(after, "persons"))
                    .hasSize(Rig.all(before, "persons").size() - 1);
            assertThat(names(after, "persons")).contains("New Person", "Changed Name");
            Changes.assertNothing(rig.migration().delta());
        }
    }

    private static List<String> names(JsonNode state, String object) {
        return Rig.all(state, object).stream()
                .map(one -> one.path("name").asText())
                .toList();
    }
}
