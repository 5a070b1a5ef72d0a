package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

    @TempDir
    private Path folder;

    @Test
    void pointsToTheHelp_whenTheCommandIsUnknown() {
        Shell shell = new Shell(folder);

        assertThat(shell.call("extrakt")).isEqualTo(2);
        assertThat(shell.err()).startsWith("migrate: ").contains("'extrakt'").endsWith("See 'migrate --help'\n");
    }

    @Test
    void pointsToTheHelp_whenNoCommandIsGiven() {
        Shell shell = new Shell(folder);

        assertThat(shell.call("--json")).isEqualTo(2);
        assertThat(shell.out()).contains("Missing required subcommand. See 'migrate --help'");
    }

    @Test
    void asksForTheConfig_whenItIsMissing() {
        Shell shell = new Shell(folder);

        assertThat(shell.call("extract")).isEqualTo(2);
        assertThat(shell.err()).isEqualTo("migrate: --config FILE is missing. See 'migrate --help'\n");
    }

    @Test
    void asksWhoApproves_whenByIsMissing() {
        Shell shell = new Shell(folder).migrating("Ada");

        assertThat(shell.migrate("approve")).isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo("migrate: Missing required option: '--by=WHO'. See 'migrate approve --help'\n");
    }

    @Test
    void listsEveryCommandAndExitCode() {
        Shell shell = new Shell(folder);

        assertThat(shell.call("--help")).isZero();
        assertThat(shell.out().lines().map(String::strip))
                .anyMatch(line -> line.startsWith("estimate "))
                .anyMatch(line -> line.startsWith("extract "))
                .anyMatch(line -> line.startsWith("simulate "))
                .anyMatch(line -> line.equals("4     parked until the budget is full again"))
                .anyMatch(line -> line.startsWith("delta "))
                .anyMatch(line -> line.startsWith("sample "))
                .anyMatch(line -> line.startsWith("rehearse "));
    }

    @Test
    void takesGlobalOptionsBehindTheCommand() {
        Shell shell = new Shell(folder).migrating("Ada");

        assertThat(shell.call(
                        "extract",
                        "--json",
                        "--config",
                        folder.resolve("migrate.json").toString()))
                .isZero();
        assertThat(shell.out()).startsWith("{");
    }

    @Test
    void listsTheToys_whenTheyAreOnTheClassPath() throws Exception {
        Shell shell = new Shell(folder);

        assertThat(shell.call("platforms", "--json")).isZero();
        assertThat(shell.json().path("pairs")).anySatisfy(pair -> {
            assertThat(pair.path("source").asText()).isEqualTo("toy");
            assertThat(pair.path("destination").asText()).isEqualTo("toybox");
            assertThat(pair.path("rows").asInt()).isEqualTo(1);
            assertThat(pair.path("mappings").get(0).asText()).isEqualTo("NameToPerson");
        });
        assertThat(shell.json().path("connectors")).anySatisfy(connector -> {
            assertThat(connector.path("platform").asText()).isEqualTo("toybox");
            assertThat(connector.at("/settings/1/name").asText()).isEqualTo("token");
            assertThat(connector.at("/settings/1/secret").asBoolean()).isTrue();
        });
    }

    @Test
    void namesTheSimulatorsThereAre_whenThePlatformHasNone() {
        Shell shell = new Shell(folder);

        assertThat(shell.call("simulate", "toybox")).isEqualTo(2);
        assertThat(shell.err()).contains("there is no simulator of 'toybox'").contains("pipedrive");
    }
}
