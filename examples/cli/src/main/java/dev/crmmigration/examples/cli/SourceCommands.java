package dev.crmmigration.examples.cli;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.examples.cli.text.ProfileText;
import picocli.CommandLine;

/** The commands about the source. */
final class SourceCommands {

    private SourceCommands() {}

    static void addTo(CommandLine commandLine, MigrateCommand migrate) {
        commandLine.addSubcommand(StepCommand.of(
                migrate,
                "extract",
                "Reads the source into the workspace, once, and shows what it holds.",
                Migration::extract,
                ProfileText::print));
        commandLine.addSubcommand(StepCommand.of(
                migrate, "profile", "Shows again what the source holds.", Migration::profile, ProfileText::print));
    }
}
