package dev.crmmigration.examples.cli;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Report;
import dev.crmmigration.examples.cli.text.Text;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A command that performs one step and needs nothing to be told. */
@Command(mixinStandardHelpOptions = true)
final class StepCommand<R extends Report> implements Callable<Integer> {

    private final MigrateCommand migrate;
    private final String name;
    private final Function<Migration, R> step;
    private final BiConsumer<R, Text> print;
    private final ToIntFunction<R> exitCode;

    private StepCommand(
            MigrateCommand migrate,
            String name,
            Function<Migration, R> step,
            BiConsumer<R, Text> print,
            ToIntFunction<R> exitCode) {
        this.migrate = migrate;
        this.name = name;
        this.step = step;
        this.print = print;
        this.exitCode = exitCode;
    }

    /** Returns a command whose exit code is that of the step's result. */
    static <R extends Report> CommandLine of(
            MigrateCommand migrate,
            String name,
            String description,
            Function<Migration, R> step,
            BiConsumer<R, Text> print) {
        return of(
                migrate,
                name,
                description,
                step,
                print,
                report -> ExitCode.of(report.result()).number());
    }

    static <R extends Report> CommandLine of(
            MigrateCommand migrate,
            String name,
            String description,
            Function<Migration, R> step,
            BiConsumer<R, Text> print,
            ToIntFunction<R> exitCode) {
        CommandLine command = new CommandLine(new StepCommand<>(migrate, name, step, print, exitCode));
        command.getCommandSpec().name(name).usageMessage().description(description);
        return command;
    }

    @Override
    public Integer call() {
        return migrate.perform(name, step, print, exitCode);
    }
}
