package dev.crmmigration.examples.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands that carry decisions about fields from one workspace to another. */
@Command(
        name = "decisions",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Carries what was decided about fields to another workspace. An approval makes decisions known.")
final class DecisionCommands implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    private DecisionCommands() {}

    static void addTo(CommandLine commandLine, MigrateCommand migrate) {
        CommandLine decisions = new CommandLine(new DecisionCommands());
        decisions.addSubcommand(new Export(migrate));
        decisions.addSubcommand(new Import(migrate));
        commandLine.addSubcommand(decisions);
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing required subcommand: export or import");
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes them to a file: names of platforms, objects, fields and accounts, no values.")
    private static final class Export implements Callable<Integer> {

        private final MigrateCommand migrate;

        @Parameters(paramLabel = "FILE", description = "Where to.")
        private @Nullable Path file;

        Export(MigrateCommand migrate) {
            this.migrate = migrate;
        }

        @Override
        public Integer call() {
            return migrate.performed(migration -> {
                migration.exportDecisions(Objects.requireNonNull(file));
                migrate.host().out().println(file);
                migrate.host().out().flush();
                return ExitCode.DONE.number();
            });
        }
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Takes them in. They count where this workspace has decided nothing, from the next plan on.")
    private static final class Import implements Callable<Integer> {

        private final MigrateCommand migrate;

        @Parameters(paramLabel = "FILE", description = "What export has written.")
        private @Nullable Path file;

        Import(MigrateCommand migrate) {
            this.migrate = migrate;
        }

        @Override
        public Integer call() {
            return migrate.performed(migration -> {
                int added = migration.importDecisions(Objects.requireNonNull(file));
                migrate.host().out().println(added + " decision(s) are new. Next: plan");
                migrate.host().out().flush();
                return ExitCode.DONE.number();
            });
        }
    }
}
