package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.examples.cli.toy.ToyAccount;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutoverCommandsTest {

    private static final String BY = "--by=owner@acme.example";

    @TempDir
    private Path folder;

    private Shell ran(String... names) {
        Shell shell = new Shell(folder).migrating(names);
        for (String command : List.of("extract", "plan")) {
            assertThat(shell.migrate(command)).as(command).isZero();
        }
        assertThat(shell.migrate("approve", BY)).isZero();
        assertThat(shell.migrate("prepare")).isZero();
        assertThat(shell.migrate("run")).isZero();
        return shell;
    }

    private Shell cutOver(String... names) {
        Shell shell = ran(names);
        assertThat(shell.migrate("freeze", BY)).isZero();
        assertThat(shell.migrate("delta")).isZero();
        assertThat(shell.migrate("verify")).isZero();
        assertThat(shell.migrate("cutover", BY)).isZero();
        return shell;
    }

    @Test
    void goesThroughTheDay_andTheDaysAfterIt() {
        Shell shell = ran("Ada", "Grace");

        assertThat(shell.migrate("freeze", BY)).isZero();
        assertThat(shell.out())
                .contains(
                        "The source must not change after ",
                        "says owner@acme.example",
                        "Stop writes in toy",
                        "Pause sends");
        assertThat(shell.migrate("delta")).isZero();
        assertThat(shell.migrate("verify")).isZero();
        assertThat(shell.migrate("cutover", BY)).isZero();
        assertThat(shell.out())
                .contains("CUTOVER CERTIFICATE", "System of record: toybox", "Hypercare until:", "cutover: complete");
        assertThat(shell.migrate("status")).isZero();
        assertThat(shell.out())
                .contains(
                        "Phase: cut over",
                        "Delta window: 2 days until ",
                        ", left 1 day 23 h",
                        "Hypercare: 3 days until ");
        assertThat(shell.migrate("verify", "--drift")).isZero();
        assertThat(shell.out()).contains("as left", "verify --drift: complete");
        assertThat(shell.migrate("accept", BY)).isZero();
        assertThat(shell.out()).contains("1 drift check");
        assertThat(shell.migrate("rollback")).isEqualTo(2);
        assertThat(shell.err()).contains("the migration was accepted at ");
        assertThat(ToyAccount.of(shell.account()).names()).containsExactlyInAnyOrder("Ada", "Grace");
    }

    @Test
    void givesThreeAndEveryReason_whenTheCutoverIsTooEarly() throws Exception {
        Shell shell = ran("Ada");

        assertThat(shell.migrate("cutover", BY)).isEqualTo(3);
        assertThat(shell.out())
                .contains(
                        "cutover: waits for a person",
                        "the source is not frozen",
                        "what was written last is not verified");
        assertThat(shell.migrate("--json", "cutover", BY)).isEqualTo(3);
        assertThat(shell.json().at("/result/reasons")).hasSize(2);
        assertThat(folder.resolve("work/reports/cutover.json")).doesNotExist();
    }

    @Test
    void givesTwo_whenSomebodyRunsAfterTheCutover() {
        Shell shell = cutOver("Ada");

        assertThat(shell.migrate("run")).isEqualTo(2);
        assertThat(shell.err()).contains("the destination is the system of record since ");
    }

    @Test
    void givesThree_whenRecordsAreMissing_andRecreatesThem() {
        Shell shell = cutOver("Ada", "Grace");
        ToyAccount.of(shell.account()).clear();
        shell.write("lost.txt", "name:n1\n");

        assertThat(shell.migrate("verify", "--drift")).isEqualTo(3);
        assertThat(shell.out()).contains("2 record(s) are missing");
        String file = folder.resolve("lost.txt").toString();
        assertThat(shell.migrate("repair", "--records", file)).isEqualTo(3);
        assertThat(shell.out()).contains("MISSING");
        assertThat(shell.migrate("repair", "--records", file, "--recreate")).isZero();
        assertThat(ToyAccount.of(shell.account()).names()).containsExactly("Ada");
        assertThat(shell.read("work/reports/hypercare.jsonl")).contains("\"repair\":\"RECREATED\"");
    }

    @Test
    void namesFileAndLine_whenALineNamesNoRecord() {
        Shell shell = cutOver("Ada");
        shell.write("lost.txt", "name:n1\nAda Lovelace\n");

        assertThat(shell.migrate(
                        "repair", "--records", folder.resolve("lost.txt").toString()))
                .isEqualTo(2);
        assertThat(shell.err()).contains("lost.txt:2: is no record").doesNotContain("Lovelace");
        assertThat(shell.migrate(
                        "repair", "--records", folder.resolve("none.txt").toString()))
                .isEqualTo(2);
        assertThat(shell.err()).contains("none.txt does not exist");
    }

    @Test
    void takesDurationsFromTheConfig() throws Exception {
        Shell shell = new Shell(folder)
                .migrating("Ada")
                .editing("\"policies\"", "\"deltaWindow\": \"36h\", \"hypercare\": 7, \"policies\"");

        assertThat(shell.migrate("--json", "status")).isZero();
        assertThat(shell.json().at("/deltaWindow/length").asText()).isEqualTo("PT36H");
        assertThat(shell.json().at("/hypercare/length").asText()).isEqualTo("PT168H");
    }

    @Test
    void complains_whenADurationIsNone() {
        Shell shell = new Shell(folder)
                .migrating("Ada")
                .editing("\"policies\"", "\"deltaWindow\": \"soon\", \"hypercare\": \"0d\", \"policies\"");

        assertThat(shell.migrate("status")).isEqualTo(2);
        assertThat(shell.err())
                .contains(
                        "'deltaWindow' must be a duration longer than nothing, such as 48h, 7d or 90m\n",
                        "'hypercare' must be a duration longer than nothing, such as 48h, 7d or 90m, or a number of days");
    }
}
