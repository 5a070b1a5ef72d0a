package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.nextcrm.NextCrmSource;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan over the export that lies in the repository. */
class NextCrmPluginToFreshsalesTest {

    @Test
    void asksNothing_andNamesWhatAnAdministratorMakes(@TempDir Path folder) {
        try (FreshsalesAccount account = new FreshsalesAccount(
                        new NextCrmSource(),
                        Settings.of("export", sample().toString()),
                        folder,
                        List.of("olga@acme.example", "admin@acme.example"));
                Migration migration = account.open(
                        "defaultOwner", "admin@acme.example", "extractionMethod", "csv", "industry", "field")) {
            migration.extract();
            Plan plan = migration.plan();

            assertThat(plan.questions()).isEmpty();
            JsonNode mappings = account.plan().path("mappings");
            assertThat(mappings.findValuesAsText("name")).contains("ContactToContact", "AccountToAccount", "TagToTag");
        }
    }

    private static Path sample() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(parent -> parent.resolve("examples/exports/nextcrm-plugin"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }
}
