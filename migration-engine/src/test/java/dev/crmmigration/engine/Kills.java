package dev.crmmigration.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps what a {@code kill -9} would have left at chosen moments of a migration: what is durable in the workspace, and
 * what the account holds. The migration itself goes on.
 */
final class Kills {

    private final Bench bench;
    private final Path folder;
    private final List<Bench> remains = new ArrayList<>();

    Kills(Bench bench, Path folder) {
        this.bench = bench;
        this.folder = folder;
    }

    /** Returns what was left, a bench for each moment, in order. */
    synchronized List<Bench> remains() {
        return List.copyOf(remains);
    }

    /** Kills the migration at this moment, from a thread that is not the step's: commits are kept off meanwhile. */
    synchronized void now() {
        try (Connection journal = DriverManager.getConnection("jdbc:sqlite:" + bench.workspace.resolve("journal.db"));
                Statement statement = journal.createStatement()) {
            statement.execute("PRAGMA busy_timeout=60000");
            statement.execute("BEGIN IMMEDIATE");
            here();
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills the migration at this moment, from the thread of the step, which may be in the middle of a transaction. */
    synchronized void here() {
        Path workspace = folder.resolve("killed-" + remains.size());
        try (Stream<Path> files = Files.list(bench.workspace)) {
            Files.createDirectories(workspace);
            for (Path file : files.filter(Kills::isDurable).sorted().toList()) {
                Files.copy(file, workspace.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Bench left = new Bench(workspace, bench.account.copy());
        left.mappings.clear();
        left.mappings.addAll(bench.mappings);
        left.policies.putAll(bench.policies);
        remains.add(left);
    }

    /** Locks and shared memory go with the process; copying them would release the locks of the one that goes on. */
    private static boolean isDurable(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && !name.endsWith("-shm")
                && !name.endsWith(".lock")
                && !name.startsWith("forecast");
    }
}
