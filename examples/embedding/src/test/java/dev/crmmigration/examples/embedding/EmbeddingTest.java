package dev.crmmigration.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {

    @TempDir
    private Path folder;

    @Test
    void migratesAnExport() throws IOException {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(exports.resolve("contacts.csv"), """
                id,email,first_name,last_name,company,date_joined
                1,ada@customers.example,Ada,Adler,Acme Works,2024-01-02 03:04:05
                2,ben@customers.example,Ben,Berg,Acme Works,2024-01-03 03:04:05
                """);
        Simulator pipedrive = Simulator.of("pipedrive").orElseThrow();
        try (RunningSimulator account =
                pipedrive.start(SimulatorOptions.builder().setting("seats", "3").build())) {
            String result = Embedding.migrate(
                    folder.resolve("acme"), exports, account.url().toString(), account.token());

            assertThat(result).isEqualTo("COMPLETE, everything closes");
        }
    }
}
