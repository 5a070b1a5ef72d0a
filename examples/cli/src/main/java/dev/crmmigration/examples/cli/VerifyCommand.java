package dev.crmmigration.examples.cli;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.examples.cli.text.DriftText;
import dev.crmmigration.examples.cli.text.ReconciliationText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads everything back: to prove that it arrived, or to see what became of it since. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Reads everything back and compares it, field by field.")
final class VerifyCommand implements Callable<Integer> {

    private final MigrateCommand migrate;

    @Option(
            names = "--drift",
            description =
                    "Tell changes by people, changes by other programs and losses apart, since everything was last"
                            + " verified. May be called every day; the proof stays as it is.")
    private boolean drift;

    VerifyCommand(MigrateCommand migrate) {
        this.migrate = migrate;
    }

    @Override
    public Integer call() {
        return drift
                ? migrate.perform(
                        "verify --drift",
                        Migration::drift,
                        DriftText::print,
                        report -> ExitCode.of(report.result()).number())
                : migrate.perform(
                        "verify",
                        Migration::verify,
                        ReconciliationText::print,
                        proof -> DestinationCommands.exitCode(proof.result(), proof.mappings())
                                .number());
    }
}
