package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigErrorsTest {

    @TempDir
    private Path folder;

    @Test
    void namesPlaceAndKnownKeys_whenAKeyIsUnknown() {
        Shell shell =
                new Shell(folder).migrating("Ada").editing("\"settings\": {\"export\"", "\"setings\": {\"export\"");

        int code = shell.migrate("extract");

        assertThat(code).isEqualTo(2);
        assertThat(shell.err()).isEqualTo("""
                migrate: config file %s has 1 problem(s):
                 - 'source.setings' is not known. Known here are platform, settings
                """.formatted(folder.resolve("migrate.json")));
    }

    @Test
    void namesLineAndColumnButNoText_whenTheFileIsNotJson() {
        Shell shell = new Shell(folder).config("""
                {"workspace": "work",
                 "destination": {"settings": {"token": hidden-5e1f}}}
                """);

        int code = shell.migrate("extract");

        assertThat(code).isEqualTo(2);
        assertThat(shell.err()).contains("is not JSON at line 2, column ").doesNotContain("hidden");
    }

    @Test
    void complains_whenAKeyStandsTwice() {
        Shell shell = new Shell(folder).config("{\"workspace\": \"work\",\n \"workspace\": \"other\"}");

        assertThat(shell.migrate("extract")).isEqualTo(2);
        assertThat(shell.err()).contains("is not JSON at line 2");
    }

    @Test
    void namesSettingAndVariable_whenTheVariableIsNotSet() {
        Shell shell = new Shell(folder).migrating("Ada").editing("${env:TOY_TOKEN}", "${env:ANOTHER_TOKEN}");

        int code = shell.migrate("extract");

        assertThat(code).isEqualTo(2);
        assertThat(shell.err())
                .contains("'destination.settings.token' takes its value from the environment variable ANOTHER_TOKEN,"
                        + " which is not set or empty. Set it and try again");
    }

    @Test
    void complains_whenAReferenceIsNotToTheEnvironment() {
        Shell shell = new Shell(folder).migrating("Ada").editing("${env:TOY_TOKEN}", "${TOY_TOKEN}");

        assertThat(shell.migrate("extract")).isEqualTo(2);
        assertThat(shell.err()).contains("'destination.settings.token' has a '${' that does not begin ${env:NAME}");
    }

    @Test
    void namesEverythingThatIsMissing_whenTheFileIsNearlyEmpty() {
        Shell shell = new Shell(folder).config("{\"source\": {\"settings\": {\"export\": [1]}}}");

        assertThat(shell.migrate("extract")).isEqualTo(2);
        assertThat(shell.err())
                .contains(
                        " - 'workspace' is missing",
                        " - 'source.platform' is missing",
                        " - 'source.settings.export' must be a text, a number, true or false",
                        " - 'destination' is missing");
    }

    @Test
    void namesTheFile_whenItDoesNotExist() {
        Shell shell = new Shell(folder);

        assertThat(shell.migrate("run")).isEqualTo(2);
        assertThat(shell.err())
                .isEqualTo("migrate: config file " + folder.resolve("migrate.json")
                        + " does not exist. Name another one with --config\n");
    }

    @Test
    void listsTheProblems_whenJsonIsWanted() throws Exception {
        Shell shell = new Shell(folder).migrating("Ada").editing("\"workspace\"", "\"workpsace\"");

        int code = shell.migrate("extract", "--json");

        assertThat(code).isEqualTo(2);
        assertThat(shell.json().at("/error/exitCode").asInt()).isEqualTo(2);
        assertThat(shell.json().at("/error/problems")).hasSize(2);
        assertThat(shell.json().at("/error/problems/0").asText())
                .isEqualTo(
                        "'workpsace' is not known. Known here are workspace, source, destination, sandbox, policies, audit,"
                                + " auditSigning, deltaWindow, hypercare");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void namesTheSetting_whenTheConnectorDoesNotKnowIt() {
        Shell shell = new Shell(folder).migrating("Ada").editing("\"account\"", "\"acount\"");

        assertThat(shell.migrate("extract")).isEqualTo(2);
        assertThat(shell.err()).contains("'acount'", "'account'").doesNotContain(shell.account());
    }

    @Test
    void startsRelativePathsAtTheConfigFile() {
        Shell shell = new Shell(folder.resolve("deep")).migrating("Ada");

        assertThat(shell.migrate("extract")).isZero();
        assertThat(folder.resolve("deep/work")).isDirectory();
        assertThat(Files.exists(Path.of("work"))).isFalse();
    }
}
