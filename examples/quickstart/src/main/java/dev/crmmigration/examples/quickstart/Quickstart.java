package dev.crmmigration.examples.quickstart;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.MigrationException;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.MigrationBuilder;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.examples.cli.text.ProgressPrinter;
import dev.crmmigration.examples.cli.text.Terminal;
import dev.crmmigration.examples.cli.text.Text;
import dev.crmmigration.testkit.simulator.ExchangeObserver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a whole migration and takes it back: a Kartra export becomes a Pipedrive account, simulated unless the arguments
 * name a real one. The last line and the exit code say whether everything is as it should be.
 */
public final class Quickstart {

    private final Options options;
    private final PrintWriter out;
    private final ExchangeObserver observer;

    /** Tells the story into {@code out}; the observer sees what a simulated account is asked. */
    Quickstart(Options options, PrintWriter out, ExchangeObserver observer) {
        this.options = options;
        this.out = out;
        this.observer = observer;
    }

    public static void main(String[] args) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        int exitCode;
        try {
            exitCode = new Quickstart(Options.of(args), out, ExchangeObserver.NONE).run();
        } catch (MigrationException | StepOrderException e) {
            out.println();
            out.println("quickstart: " + e.getMessage());
            exitCode = 2;
        }
        out.flush();
        System.exit(exitCode);
    }

    /** Returns the exit code: 0 if all is as it should be. */
    int run() throws IOException {
        Text text = new Text(out);
        Verdict verdict = new Verdict();
        try (TargetAccount account = account()) {
            if (!options.isReal()) {
                delete(options.workspace());
            }
            ProgressPrinter progress = new ProgressPrinter(out, Terminal.isInteractive(), System::nanoTime);
            tell(new Story(account, text, progress, verdict), account, progress);
        }
        return conclude(text, verdict);
    }

    /** The later export is another folder, so the migration is opened once more over the same workspace. */
    private void tell(Story story, TargetAccount account, ProgressPrinter progress) throws IOException {
        boolean isWritten;
        boolean cutsOver = options.later().isPresent() && !options.isReal();
        try (Migration migration = migration(account, progress, options.export(), false)) {
            requireUnfinished(migration);
            isWritten = story.begin(migration);
            if (isWritten && cutsOver) {
                story.freeze(migration);
            }
        }
        if (!isWritten) {
            return;
        }
        Path later =
                options.later().isPresent() ? account.exported(options.later().get()) : options.export();
        try (Migration migration = migration(account, progress, later, true)) {
            if (options.later().isPresent()) {
                story.later(migration);
            }
            if (cutsOver) {
                story.cutOver(migration);
            }
            story.end(migration);
        }
    }

    private Migration migration(TargetAccount account, ProgressPrinter progress, Path export, boolean isComplete) {
        MigrationBuilder builder = Migration.builder()
                .workspace(options.workspace())
                .source("kartra", Settings.of("export", export.toString()).with("complete", String.valueOf(isComplete)))
                .destination("pipedrive", account.settings())
                .policy("defaultOwner", options.owner())
                .policy("automationsPaused", options.automations())
                .policy("ifEdited", "keep")
                .policy("sourceDeleted", "delete")
                .listener(progress);
        account.equip(builder);
        return builder.build();
    }

    /** The workspace of a real account is kept: its story may have been told to the end. */
    private void requireUnfinished(Migration migration) {
        if (migration.status().phase().equals("rolled back")) {
            throw new ConfigurationException("workspace " + options.workspace()
                    + " holds a migration that has been taken back. Delete it, or name another one with --workspace");
        }
    }

    private TargetAccount account() {
        if (!options.isReal()) {
            return SimulatedAccount.open(options, observer);
        }
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new RealAccount(options, options.token(System.getenv()), keyboard);
    }

    private static int conclude(Text text, Verdict verdict) {
        if (verdict.isGood()) {
            text.blank();
            text.line("quickstart: COMPLETE, reconciliation closed, rollback PROVEN");
            return 0;
        }
        text.list("quickstart: NOT as it should be", verdict.problems());
        return 1;
    }

    /** Deletes the workspace of the last time; the simulated account that it was about is gone as well. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
