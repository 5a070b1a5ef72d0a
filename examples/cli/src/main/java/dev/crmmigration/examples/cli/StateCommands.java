package dev.crmmigration.examples.cli;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.examples.cli.text.RunText;
import dev.crmmigration.examples.cli.text.StatusText;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that only look: what they show may be bad news, but they are done. The audit trail is checked. */
final class StateCommands {

    private StateCommands() {}

    static void addTo(CommandLine commandLine, MigrateCommand migrate) {
        commandLine.addSubcommand(StepCommand.of(
                migrate,
                "report",
                "Shows what became of everything that is owed, without doing anything.",
                Migration::report,
                RunText::print,
                report -> ExitCode.DONE.number()));
        commandLine.addSubcommand(StepCommand.of(
                migrate,
                "status",
                "Shows where the migration stands, and what to do next.",
                Migration::status,
                StatusText::print,
                status -> ExitCode.DONE.number()));
        CommandLine audit = new CommandLine(new Audit());
        audit.addSubcommand(StepCommand.of(
                migrate, "verify", "Checks that the audit trail is whole.", Migration::verifyAudit, StatusText::print));
        commandLine.addSubcommand(audit);
    }

    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Looks at the audit trail.")
    private static final class Audit {}
}
