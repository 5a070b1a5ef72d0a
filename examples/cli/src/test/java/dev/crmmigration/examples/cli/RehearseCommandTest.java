package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole plan in another account first, from the command line. */
class RehearseCommandTest {

    private static final String BY = "--by=ops@acme.example";

    @TempDir
    private Path folder;

    private RunningSimulator account;
    private RunningSimulator sandbox;
    private Shell shell;

    @BeforeEach
    void openTheAccounts() {
        account = start(1);
        sandbox = start(2);
        shell = new Shell(folder).set("TOKEN", account.token()).config("""
                {"workspace": "work",
                 "source": {"platform": "kartra", "settings": {"export": "export"}},
                 "destination": {"platform": "pipedrive", "settings": {"baseUrl": "%s", "apiToken": "${env:TOKEN}",
                     "limits": "off", "visibleAfter": "PT0S"}},
                 "sandbox": {"baseUrl": "%s", "apiToken": "${env:TOKEN}", "limits": "off", "visibleAfter": "PT0S"},
                 "policies": {"defaultOwner": "admin@acme.example", "automationsPaused": "none", "rehearsal": "required"}}
                """.formatted(account.url(), sandbox.url()));
        SmallExport.writeTo(shell, "export");
        for (String command : new String[] {"extract", "plan"}) {
            assertThat(shell.migrate(command)).as(command).isZero();
        }
        assertThat(shell.migrate("approve", BY)).isZero();
    }

    private static RunningSimulator start(long seed) {
        return Simulator.of("pipedrive")
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .seed(seed)
                        .setting("limits", "off")
                        .build());
    }

    @AfterEach
    void close() {
        account.close();
        sandbox.close();
    }

    @Test
    void rehearsesInASimulatedAccount_beforeAnythingIsWritten() throws Exception {
        assertThat(shell.migrate("--json", "rehearse")).isEqualTo(3);

        JsonNode rehearsal = shell.json();
        assertThat(rehearsal.path("closed").asBoolean()).isTrue();
        assertThat(rehearsal.path("failed")).isEmpty();
        assertThat(rehearsal.path("mappings")).anySatisfy(mapping -> {
            assertThat(mapping.path("mapping").asText()).isEqualTo("ContactToPerson");
            assertThat(mapping.path("created").asInt()).isEqualTo(SmallExport.CONTACTS);
        });
        GroundTruth.of(account.url()).isUntouched();
        assertThat(shell.migrate("prepare")).isZero();
        assertThat(shell.migrate("run")).isEqualTo(3);
        assertThat(shell.migrate("accept", "--rehearsal", BY)).isZero();
        assertThat(shell.out()).contains("The rehearsal is accepted by ops@acme.example");
        assertThat(shell.migrate("run")).isZero();
        assertThat(shell.migrate("verify")).isZero();
    }

    @Test
    void rehearsesInTheSandboxOfTheConfig() {
        assertThat(shell.migrate("rehearse", "--on", "sandbox")).isEqualTo(3);

        assertThat(shell.out()).contains("Everything that was written closes.");
        GroundTruth.of(account.url()).isUntouched();
        assertThat(shell.migrate("accept", "--rehearsal", BY)).isZero();
    }
}
