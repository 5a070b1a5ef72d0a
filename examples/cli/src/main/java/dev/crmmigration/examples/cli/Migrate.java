package dev.crmmigration.examples.cli;

import dev.crmmigration.examples.cli.text.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The entry point of {@code migrate.jar}. */
public final class Migrate {

    private Migrate() {}

    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        // A library must not do this, a command line may: a step that is asked to stop leaves no attempt in doubt.
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::request, "migrate-stop"));
        Host host = new Host(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                Terminal.isInteractive(),
                System::nanoTime,
                interruption);
        int exitCode = MigrateCommand.commandLine(host).execute(args);
        interruption.ended();
        System.exit(exitCode);
    }
}
