package dev.crmmigration.examples.cli;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.PhaseReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.examples.cli.text.PrepareText;
import dev.crmmigration.examples.cli.text.RunText;
import dev.crmmigration.examples.cli.text.SampleText;
import java.util.List;
import picocli.CommandLine;

/** The commands that read and write the destination. */
final class DestinationCommands {

    private DestinationCommands() {}

    static void addTo(CommandLine commandLine, MigrateCommand migrate) {
        commandLine.addSubcommand(StepCommand.of(
                migrate,
                "prepare",
                "Makes the destination ready: keeps its image, makes its schema.",
                Migration::prepare,
                PrepareText::print));
        commandLine.addSubcommand(new RehearseCommand(migrate));
        commandLine.addSubcommand(StepCommand.of(
                migrate,
                "sample",
                "Writes a part of the records first and compares it field by field; accept --sample lets the run go on.",
                Migration::sample,
                SampleText::print));
        commandLine.addSubcommand(StepCommand.of(
                migrate,
                "run",
                "Writes everything that is owed and not yet there.",
                Migration::run,
                RunText::print,
                report -> exitCode(report).number()));
        commandLine.addSubcommand(new VerifyCommand(migrate));
        commandLine.addSubcommand(StepCommand.of(
                migrate,
                "delta",
                "Reads the source again and brings the destination up to it; called again it goes on.",
                Migration::delta,
                RunText::print,
                report -> exitCode(report).number()));
        commandLine.addSubcommand(new RollbackCommand(migrate));
        CutoverCommands.addTo(commandLine, migrate);
    }

    /** An object of which the destination holds less than was written keeps those behind it waiting: that comes first. */
    private static ExitCode exitCode(RunReport report) {
        boolean matches = report.phases().stream().allMatch(PhaseReport::matches);
        return matches ? exitCode(report.result(), report.mappings()) : ExitCode.of(report.result());
    }

    /** A person is waited for: because of records that ended as held or failed, or before anything is written. */
    static ExitCode exitCode(StepResult result, List<MappingCounts> mappings) {
        boolean leavesSome = mappings.stream().anyMatch(counts -> counts.held() + counts.failed() > 0);
        return result.completion() == Completion.WAITS && leavesSome ? ExitCode.HELD_OR_FAILED : ExitCode.of(result);
    }
}
