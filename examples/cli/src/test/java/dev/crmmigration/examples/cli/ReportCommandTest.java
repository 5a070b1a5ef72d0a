package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.DocumentName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents and decisions, as a person asks for them. */
class ReportCommandTest {

    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(folder).migrating("Ada", "Grace");
    }

    private Shell ran() {
        Shell shell = shell();
        for (List<String> command : List.of(
                List.of("extract"),
                List.of("plan"),
                List.of("approve", "--by=owner@acme.example"),
                List.of("prepare"),
                List.of("run"))) {
            assertThat(shell.migrate(command.toArray(String[]::new)))
                    .as(command.toString())
                    .isZero();
        }
        return shell;
    }

    @ParameterizedTest
    @EnumSource(DocumentName.class)
    void givesEveryDocument_beforeAnythingWasDone(DocumentName name) {
        Shell shell = shell();

        assertThat(shell.migrate("report", name.text(), "--format", "md"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).startsWith("# ").contains(name.about());
    }

    @Test
    void tellsTheFormByTheEndingOfTheFile() {
        Shell shell = ran();
        String file = folder.resolve("workbook.csv").toString();

        assertThat(shell.migrate("report", "field-mapping-workbook", "--out", file))
                .isZero();

        assertThat(shell.out().strip()).isEqualTo(file);
        assertThat(shell.read("workbook.csv")).contains("Name").contains(",");
    }

    @Test
    void writesThePageOfTheWholeMigration_andPrintsItsPath() {
        Shell shell = ran();

        assertThat(shell.migrate("report", "migration")).isZero();
        assertThat(shell.out().strip()).endsWith("migration.html");
        assertThat(Path.of(shell.out().strip())).isNotEmptyFile();
    }

    @Test
    void drawsRecordsToLookAt() {
        Shell shell = ran();

        assertThat(shell.migrate("report", "spotcheck", "--count", "2", "--seed", "7"))
                .isZero();
        assertThat(shell.out()).contains("2 records drawn at random with the seed 7 out of 2");
    }

    @Test
    void namesTheDocumentsThereAre_whenTheNameIsUnknown() {
        Shell shell = shell();

        assertThat(shell.migrate("report", "gaps")).isEqualTo(2);
        assertThat(shell.err()).contains("gaps is no document", "gap-report", "automation-questionnaire");
    }

    @Test
    void remembersWhatTheSourceShows() {
        Shell shell = shell();

        assertThat(shell.migrate("report", "export-checklist", "--counts", "name=12"))
                .isZero();
        assertThat(shell.read("work/reports/expected.json")).contains("\"name\" : 12");
        assertThat(shell.migrate("report", "gap-report", "--counts", "name=12")).isEqualTo(2);
    }

    @Test
    void carriesDecisionsToAFile_andTakesThemIn() {
        Shell shell = ran();
        String file = folder.resolve("decisions.json").toString();

        assertThat(shell.migrate("decisions", "export", file)).isZero();
        assertThat(shell.read("decisions.json")).startsWith("{");
        assertThat(shell.migrate("decisions", "import", file)).isZero();
        assertThat(shell.out()).contains("0 decision(s) are new. Next: plan");
        assertThat(shell.migrate("decisions")).isEqualTo(2);
        assertThat(shell.migrate(
                        "decisions", "import", folder.resolve("none.json").toString()))
                .isEqualTo(2);
    }
}
