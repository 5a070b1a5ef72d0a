package dev.crmmigration.examples.cli;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Report;
import dev.crmmigration.examples.cli.config.ConfigFile;
import dev.crmmigration.examples.cli.config.MigrationConfig;
import dev.crmmigration.examples.cli.text.ProgressPrinter;
import dev.crmmigration.examples.cli.text.ResultText;
import dev.crmmigration.examples.cli.text.Text;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** What all commands share: the options, the config file, how a step is called and its report shown. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        version = "migrate 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        description = "Moves a business from one CRM to another.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:anything else, also a step that was stopped without a signal",
            "2:usage, settings or input wrong",
            "3:waits for a person",
            "4:parked until the budget is full again",
            "5:finished with held or failed records",
            "6:a promise is broken: counts, verification, residue, audit trail",
            "7:another process has the workspace",
            "130:stopped by Ctrl-C; the same command goes on",
            "143:stopped by SIGTERM; the same command goes on"
        })
final class MigrateCommand {

    private final Host host;
    private final CommandLine commandLine;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The config file. Relative paths in it start at its own folder.")
    private @Nullable Path config;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "One JSON document on standard output, everything else on standard error.")
    private boolean json;

    // Failures asks for it.
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Shows stack traces, which may hold personal data; as MIGRATE_DEBUG=1.")
    @SuppressWarnings("unused")
    private boolean debug;

    private MigrateCommand(Host host) {
        this.host = host;
        this.commandLine = new CommandLine(this);
    }

    /** Returns the command line of a process. */
    static CommandLine commandLine(Host host) {
        MigrateCommand migrate = new MigrateCommand(host);
        CommandLine commandLine = migrate.commandLine;
        commandLine.addSubcommand(new PlatformsCommand(migrate));
        commandLine.addSubcommand(new EstimateCommand(migrate));
        SourceCommands.addTo(commandLine, migrate);
        PlanCommands.addTo(commandLine, migrate);
        DecisionCommands.addTo(commandLine, migrate);
        DestinationCommands.addTo(commandLine, migrate);
        StateCommands.addTo(commandLine, migrate);
        commandLine.addSubcommand(new SimulateCommand(migrate));
        Failures failures = new Failures(host);
        return commandLine
                .setUsageHelpWidth(100)
                .setOut(host.out())
                .setErr(host.err())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    Host host() {
        return host;
    }

    boolean isJson() {
        return json;
    }

    /**
     * Performs one step of the migration that the config file describes, and shows what it gave.
     *
     * @return the exit code
     */
    <R extends Report> int perform(
            String name, Function<Migration, R> step, BiConsumer<R, Text> print, ToIntFunction<R> exitCode) {
        return show(name, performed(step), print, exitCode);
    }

    /**
     * Shows a report.
     *
     * @return the exit code
     */
    <R extends Report> int show(String name, R report, BiConsumer<R, Text> print, ToIntFunction<R> exitCode) {
        if (json) {
            host.out().println(report.toJson().stripTrailing());
        } else {
            Text text = new Text(host.out());
            print.accept(report, text);
            ResultText.print(name, report.result(), text);
        }
        host.out().flush();
        return exitCode.applyAsInt(report);
    }

    /** Does something with the migration that the config file describes, and returns what it gave. */
    <R> R performed(Function<Migration, R> step) {
        ProgressPrinter progress = new ProgressPrinter(host.err(), host.interactive(), host.nanoTime());
        try (Migration migration = config().builder().listener(progress).build()) {
            host.interruption().onRequest(migration::stop);
            return step.apply(migration);
        } finally {
            host.interruption().onRequest(() -> {});
            progress.end();
        }
    }

    /** Reads the config file. */
    MigrationConfig config() {
        return ConfigFile.read(configFile(), host.environment());
    }

    private Path configFile() {
        if (config == null) {
            throw new ParameterException(commandLine, "--config FILE is missing");
        }
        return config;
    }
}
