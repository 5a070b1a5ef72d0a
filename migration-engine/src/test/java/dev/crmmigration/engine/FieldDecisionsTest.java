package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.error.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What one workspace tells another about fields. */
class FieldDecisionsTest extends FieldProposalScene {

    @Test
    void remembersADecision_forAnotherWorkspace() throws Exception {
        firstContact();
        Path decisions = folder.resolve("exported.json");
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            decide("MAP", "first_contact");
            migration.plan();
            migration.approve("ops@example.com");
            migration.exportDecisions(decisions);
        }
        assertThat(Files.readString(decisions)).contains("first contact date").doesNotContain("2025");
        bench = bench("another");
        firstContact();
        try (Migration migration = bench.open()) {
            assertThat(migration.importDecisions(decisions)).isEqualTo(1);

            Plan plan = Bench.plan(migration);

            assertThat(plan.questions()).isEmpty();
            assertThat(only(plan).decision()).contains("MAP");
            assertThat(only(plan).reasons()).first().isEqualTo("decided before, for 1 account");
        }
    }

    @Test
    void learnsNothing_fromWhatWasLeftAsProposed() throws Exception {
        source("Occupation", FieldType.TEXT, "Baker");
        target("position", "Job title", FieldType.TEXT);
        Path decisions = folder.resolve("exported.json");
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            migration.approve("ops@example.com");
            migration.exportDecisions(decisions);
        }

        assertThat(Files.readString(decisions)).doesNotContain("occupation");
    }

    @Test
    void refusesAFileWithoutDecisions() throws Exception {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");
        try (Migration migration = bench.open()) {
            assertThatThrownBy(() -> migration.importDecisions(other))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("holds no decisions");
        }
    }
}
