package dev.crmmigration.examples.cli;

import dev.crmmigration.engine.Rollback;
import dev.crmmigration.examples.cli.text.RollbackText;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes back what the migration did, or a part of it. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = "Takes back what this migration did, and only that, and proves it.")
final class RollbackCommand implements Callable<Integer> {

    private final MigrateCommand migrate;

    @ArgGroup
    private @Nullable Part part;

    /** Less than everything. */
    private static final class Part {

        // Either of the two is given
        @SuppressWarnings("unused")
        @Option(names = "--delta", description = "Take back the last delta alone.")
        private boolean delta;

        @Option(names = "--sample", description = "Take back the sample alone, before the run.")
        private boolean sample;
    }

    @Option(
            names = "--take-edited",
            description = "Take back also records that people have edited, or that records of others refer to.")
    private boolean takeEdited;

    RollbackCommand(MigrateCommand migrate) {
        this.migrate = migrate;
    }

    @Override
    public Integer call() {
        Rollback extent = extent();
        Rollback what = takeEdited ? extent.takingEdited() : extent;
        return migrate.perform(
                "rollback",
                migration -> migration.rollback(what),
                RollbackText::print,
                report -> ExitCode.of(report.result()).number());
    }

    private Rollback extent() {
        if (part == null) {
            return Rollback.EVERYTHING;
        }
        return part.sample ? Rollback.SAMPLE : Rollback.LAST_DELTA;
    }
}
