package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.examples.cli.toy.NameToPerson;
import dev.crmmigration.examples.cli.toy.ToyAccount;
import dev.crmmigration.examples.cli.toy.ToyDestination;
import dev.crmmigration.examples.cli.toy.ToySource;
import dev.crmmigration.examples.cli.toy.ToyWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodesTest {

    @TempDir
    private Path folder;

    @Test
    void givesZeroForEveryStep_whenNothingIsInTheWay() {
        Shell shell = new Shell(folder).migrating("Ada", "Grace", "# no name");

        for (String command : List.of("extract", "profile", "plan")) {
            assertThat(shell.migrate(command)).as(command).isZero();
        }
        assertThat(shell.migrate("approve", "--by", "ops@acme.example")).isZero();
        for (String command : List.of("prepare", "run", "report", "verify", "status")) {
            assertThat(shell.migrate(command)).as(command).isZero();
        }
        assertThat(ToyAccount.of(shell.account()).names()).containsExactlyInAnyOrder("Ada", "Grace");
        assertThat(shell.migrate("rollback")).isZero();
        assertThat(shell.out()).contains("PROVEN: the account is again as it was.");
        assertThat(ToyAccount.of(shell.account()).names()).isEmpty();
        assertThat(shell.migrate("audit", "verify")).isZero();
    }

    @Test
    void givesOneDocumentForEveryStep_whenJsonIsWanted() throws Exception {
        Shell shell = new Shell(folder).migrating("Ada");

        for (String command : List.of("extract", "plan", "status")) {
            assertThat(shell.migrate("--json", command)).as(command).isZero();
            assertThat(shell.json().at("/result/completion").asText()).isEqualTo("COMPLETE");
        }
    }

    @Test
    void givesTwo_whenTheTokenIsWrong() {
        Shell shell = new Shell(folder).migrating("Ada").set("TOY_TOKEN", "wrong-token-77aa");

        assertThat(shell.migrate("extract")).isZero();
        assertThat(shell.migrate("plan")).isEqualTo(2);
        assertThat(shell.err()).contains("the account refuses the token").doesNotContain("wrong-token-77aa");
        assertThat(everythingIn(folder.resolve("work"))).doesNotContain("wrong-token-77aa");
    }

    @Test
    void givesTwo_whenTheExportIsMissing() {
        Shell shell = new Shell(folder).migrating("Ada").editing("names.txt", "nomes.txt");

        assertThat(shell.migrate("extract")).isEqualTo(2);
        assertThat(shell.err()).contains("the file nomes.txt does not exist");
    }

    @Test
    void givesTwo_whenAStepComesTooEarly() {
        Shell shell = new Shell(folder).migrating("Ada");

        assertThat(shell.migrate("run")).isEqualTo(2);
        assertThat(shell.err()).startsWith("migrate: ").contains("extract");
    }

    @Test
    void givesTwo_whenThePlanIsNotJson() {
        Shell shell = new Shell(folder).migrating("Ada");
        shell.migrate("extract");
        shell.migrate("plan");
        shell.write("work/plan.json", "{");

        assertThat(shell.migrate("plan")).isEqualTo(2);
        assertThat(shell.err()).contains("plan.json");
    }

    @Test
    void givesThree_whenAQuestionIsOpen() {
        Shell shell = new Shell(folder).migrating("Ada").editing("\"" + NameToPerson.CHOICE + "\": \"asTheyAre\"", "");
        shell.migrate("extract");

        assertThat(shell.migrate("plan")).isEqualTo(3);
        assertThat(shell.out()).contains("How are names spelled?", "plan: waits for a person");
        assertThat(shell.migrate("approve", "--by", "ops@acme.example")).isEqualTo(3);
    }

    @Test
    void givesFour_whenTheBudgetOfTheDayIsGone() {
        Shell shell = prepared("Ada", "Grace", "Edsger").editing("\"account\"", "\"budget\": 2, \"account\"");

        assertThat(shell.migrate("run")).isEqualTo(4);
        assertThat(shell.out()).containsPattern("run: parked until \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC");
        assertThat(ToyAccount.of(shell.account()).names()).hasSize(2);
    }

    @Test
    void givesFive_whenARecordIsRefused() {
        Shell shell = prepared("Ada", ToyWriter.REFUSED + " one");

        assertThat(shell.migrate("run")).isEqualTo(5);
        assertThat(shell.out()).contains("NOT_TAKEN").doesNotContain(ToyWriter.REFUSED + " one");
        assertThat(shell.migrate("verify")).isEqualTo(5);
        assertThat(shell.migrate("report")).isZero();
    }

    @Test
    void givesSix_whenRecordsAreGoneAtTheDestination() {
        Shell shell = prepared("Ada", "Grace");
        shell.migrate("run");
        ToyAccount.of(shell.account()).clear();

        assertThat(shell.migrate("verify")).isEqualTo(6);
        assertThat(shell.out()).contains("NOT everything closes.");
    }

    @Test
    void givesSix_whenSomebodyHasChangedTheAuditTrail() {
        Shell shell = prepared("Ada");
        String trail = shell.read("work/audit.jsonl");
        shell.write("work/audit.jsonl", trail.substring(trail.indexOf('\n') + 1));

        assertThat(shell.migrate("audit", "verify")).isEqualTo(6);
    }

    @Test
    void givesSeven_whenTheWorkspaceIsInUse() {
        Shell shell = new Shell(folder).migrating("Ada");
        try (Migration other = Migration.builder()
                .workspace(folder.resolve("work"))
                .source("toy", Settings.of("export", folder.resolve("names.txt").toString()))
                .destination("toybox", Settings.of("account", "other").secret("token", ToyDestination.TOKEN))
                .build()) {
            assertThat(shell.migrate("extract")).isEqualTo(7);
            assertThat(shell.err()).contains("is in use by another process");
            assertThat(other.status().phase()).isEqualTo("new");
        }
    }

    @Test
    void givesOneAndShowsNoValue_whenSomethingUnexpectedHappens() {
        Shell shell = new Shell(folder).migrating("Ada", ToySource.DEFECT + " of Grace");

        assertThat(shell.migrate("extract")).isEqualTo(1);
        assertThat(shell.err())
                .contains("unexpected java.lang.IllegalStateException at dev.crmmigration.examples.cli.toy.ToySource")
                .doesNotContain("of Grace");
    }

    @Test
    void showsTheStackTrace_whenItIsAskedFor() {
        Shell shell = new Shell(folder).migrating(ToySource.DEFECT);

        assertThat(shell.migrate("extract", "--debug")).isEqualTo(1);
        assertThat(shell.err()).contains("\tat dev.crmmigration.examples.cli.toy.ToySource");
        shell.set("MIGRATE_DEBUG", "1");
        assertThat(shell.migrate("extract")).isEqualTo(1);
        assertThat(shell.err()).contains("\tat dev.crmmigration.examples.cli.toy.ToySource");
    }

    @Test
    void leavesNoTokenBehind_whenAMigrationHasRun() {
        Shell shell = prepared("Ada", ToyWriter.REFUSED);
        StringBuilder printed = new StringBuilder();

        for (String command : List.of("run", "verify", "status", "report", "rollback")) {
            shell.migrate(command, "--debug");
            printed.append(shell.out()).append(shell.err());
        }

        assertThat(printed.toString()).isNotEmpty().doesNotContain(ToyDestination.TOKEN);
        assertThat(everythingIn(folder)).contains("NameToPerson").doesNotContain(ToyDestination.TOKEN);
    }

    private Shell prepared(String... names) {
        Shell shell = new Shell(folder).migrating(names);
        shell.migrate("extract");
        shell.migrate("plan");
        shell.migrate("approve", "--by", "ops@acme.example");
        assertThat(shell.migrate("prepare", "--debug")).as(shell.err()).isZero();
        return shell;
    }

    /** Reads all files as if each byte were a character, so that text within binary files is found, too. */
    private static String everythingIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
