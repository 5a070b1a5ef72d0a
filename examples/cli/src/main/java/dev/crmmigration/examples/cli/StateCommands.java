package dev.crmmigration.examples.cli;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.examples.cli.text.StatusText;
import picocli.CommandLine;

/** The commands that only look: what they show may be bad news, but they are done. */
final class StateCommands {

    private StateCommands() {}

    static void addTo(CommandLine commandLine, MigrateCommand migrate) {
        commandLine.addSubcommand(new ReportCommand(migrate));
        commandLine.addSubcommand(StepCommand.of(
                migrate,
                "status",
                "Shows where the migration stands, and what to do next.",
                Migration::status,
                StatusText::print,
                status -> ExitCode.DONE.number()));
        AuditCommands.addTo(commandLine, migrate);
    }
}
