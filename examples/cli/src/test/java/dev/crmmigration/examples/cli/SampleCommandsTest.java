package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.examples.cli.toy.ToyAccount;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandsTest {

    private static final String BY = "--by=owner@acme.example";

    @TempDir
    private Path folder;

    private Shell prepared(String... names) {
        Shell shell = new Shell(folder).migrating(names);
        for (String command : List.of("extract", "plan")) {
            assertThat(shell.migrate(command)).as(command).isZero();
        }
        assertThat(shell.migrate("approve", BY)).isZero();
        assertThat(shell.migrate("prepare")).isZero();
        return shell;
    }

    @Test
    void keepsTheRunWaiting_untilTheSampleIsAccepted() {
        Shell shell = prepared("Ada", "Grace");

        assertThat(shell.migrate("sample")).isEqualTo(3);
        assertThat(shell.out())
                .contains(
                        "What the sample shows",
                        "Some records, field by field",
                        "Ada",
                        "EQUAL",
                        "sample: waits for a person");
        assertThat(shell.migrate("run")).isEqualTo(3);
        assertThat(shell.out()).contains("the sample of 2 record(s) is not accepted");
        assertThat(shell.migrate("accept", "--sample", BY)).isZero();
        assertThat(shell.out()).contains("The sample is accepted by owner@acme.example. Next: run");
        assertThat(shell.migrate("run")).isZero();
        assertThat(ToyAccount.of(shell.account()).names()).containsExactlyInAnyOrder("Ada", "Grace");
    }

    @Test
    void takesTheSampleBackAlone() {
        Shell shell = prepared("Ada", "Grace");
        assertThat(shell.migrate("sample")).isEqualTo(3);

        assertThat(shell.migrate("rollback", "--sample")).isZero();

        assertThat(ToyAccount.of(shell.account()).names()).isEmpty();
        assertThat(shell.migrate("prepare")).isZero();
        assertThat(shell.migrate("run")).isZero();
    }

    @Test
    void givesTwo_whenThereIsNoSample() {
        Shell shell = prepared("Ada");

        assertThat(shell.migrate("accept", "--sample", BY)).isEqualTo(2);
        assertThat(shell.err()).contains("no sample can be accepted: none was written. Next: sample");
        assertThat(shell.migrate("rollback", "--sample")).isEqualTo(2);
        assertThat(shell.err()).contains("no sample can be taken back alone");
    }
}
