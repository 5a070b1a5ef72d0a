package dev.crmmigration.engine.internal.store;

import dev.crmmigration.engine.WorkspaceInUseException;
import dev.crmmigration.engine.internal.time.SystemTime;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite file. Every read gives a short list: a cursor held over writes would stop the write-ahead log from being
 * reset. Thread-safe: one caller at a time.
 */
public final class Database implements AutoCloseable {

    /** A process that is not stalled commits more often than that, or asks before its next call. */
    private static final Duration RECENT = Duration.ofMillis(250);
    /** SQLITE_BUSY, sqlite.org/rescode.html: somebody else has held the lock for longer than we have waited. */
    private static final int BUSY = 5;

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private int depth;
    /** Empty if nobody else can have the file. */
    private volatile @Nullable Fence fence;

    private String holding = "";
    private volatile long heldAt;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens the file, or makes it; every commit is durable when it returns. */
    public static Database open(Path file) {
        // Pages that many commits change are brought from the log to the file once for all of them: 16 MB
        return open(file, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=4000");
    }

    /** Opens a file for notes that need not survive a crash. */
    public static Database scratch(Path file) {
        return open(file, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=OFF", "PRAGMA wal_autocheckpoint=4000");
    }

    private static Database open(Path file, String... pragmas) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, properties());
            Database database = new Database(file, connection);
            database.script(pragmas);
            // What is sorted may be as much as the data, so it is not for the memory
            database.script("PRAGMA temp_store=FILE", "PRAGMA cache_size=-16000", "PRAGMA temp.cache_size=-16000");
            return database;
        } catch (SQLException e) {
            throw new StoreException("cannot open " + file.getFileName(), e);
        }
    }

    /** The driver asks for the key of every inserted row, in a statement of its own, unless it is told not to. */
    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("jdbc.get_generated_keys", "false");
        return properties;
    }

    /**
     * Takes the file over from whoever has it open: a process that stalled for so long that its lock was taken for a left
     * one changes nothing any more when it wakes up.
     *
     * @param workspace names it in the exception that the other one gets
     * @throws WorkspaceInUseException if the other one is in the middle of a change
     */
    public synchronized void takeOver(String workspace) {
        long[] taken = new long[1];
        try {
            transaction(() -> {
                run("CREATE TABLE IF NOT EXISTS fence(id INTEGER PRIMARY KEY CHECK(id = 1), number INTEGER NOT NULL)");
                update("INSERT INTO fence(id, number) VALUES(1, 1) ON CONFLICT(id) DO UPDATE SET number = number + 1");
                taken[0] = number(Fence.NUMBER);
            });
            fence = Fence.open(file, taken[0]);
        } catch (StoreException e) {
            if (e.getCause() instanceof SQLException sql && sql.getErrorCode() == BUSY) {
                throw new WorkspaceInUseException(workspace);
            }
            throw e;
        }
        holding = workspace;
    }

    /**
     * Returns if the file is still ours. Waits for no transaction: calls ask this before their first byte, while the step
     * makes outcomes durable.
     *
     * @throws WorkspaceInUseException if somebody has taken it over
     */
    public void checkHeld() {
        Fence ours = fence;
        held(ours == null || ours.isStanding());
    }

    private void held(boolean isOurs) {
        if (!isOurs) {
            throw new WorkspaceInUseException(holding);
        }
        heldAt = SystemTime.steadyNanos();
    }

    /** Does what {@link #checkHeld} does, unless that was done a moment ago. */
    public void checkHeldRecently() {
        if (SystemTime.steadyNanos() - heldAt > RECENT.toNanos()) {
            checkHeld();
        }
    }

    /** Runs statements that give nothing. */
    public synchronized void script(String... sql) {
        if (fence == null) {
            run(sql);
        } else {
            transaction(() -> run(sql));
        }
    }

    private void run(String... sql) {
        try (Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new StoreException("cannot run a statement", e);
        }
    }

    /** Moves all changes from the log into the file, and empties the log; not within a transaction. */
    public synchronized void emptyLog() {
        run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /** Changes rows and returns how many. */
    public synchronized int update(String sql, @Nullable Object... arguments) {
        if (fence == null || depth > 0) {
            return execute(sql, arguments);
        }
        int[] changed = new int[1];
        transaction(() -> changed[0] = execute(sql, arguments));
        return changed[0];
    }

    private int execute(String sql, @Nullable Object[] arguments) {
        try {
            return prepared(sql, arguments).executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("cannot change the workspace", e);
        }
    }

    /** Runs one statement for many rows. */
    public synchronized void batch(String sql, List<@Nullable Object[]> rows) {
        transaction(() -> {
            for (Object[] row : rows) {
                update(sql, row);
            }
        });
    }

    /** Returns the rows that a query finds; the caller bounds their number. */
    public synchronized <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        try (ResultSet rows = prepared(sql, arguments).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException("cannot read the workspace", e);
        }
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        return list(sql, reader, arguments).stream().findFirst();
    }

    /** Returns the number that a query gives, 0 if it gives none. */
    public long number(String sql, @Nullable Object... arguments) {
        return first(sql, row -> row.getLong(1), arguments).orElse(0L);
    }

    /**
     * Makes all changes of {@code work} durable together, or none of them. May be nested; the outermost counts.
     *
     * @throws WorkspaceInUseException if somebody has taken the file over: then nothing is changed
     */
    public synchronized void transaction(Runnable work) {
        if (depth > 0) {
            work.run();
            return;
        }
        run("BEGIN IMMEDIATE");
        depth++;
        try {
            Fence ours = fence;
            held(ours == null || number(Fence.NUMBER) == ours.number());
            work.run();
            run("COMMIT");
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        } finally {
            depth--;
        }
    }

    /** Also after a commit that failed: else all that follows would belong to it, and never become durable. */
    private void rollBack(Throwable cause) {
        try {
            run("ROLLBACK");
        } catch (StoreException e) {
            // On a full disk SQLite has rolled back already
            cause.addSuppressed(e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object[] arguments) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        statement.clearParameters();
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    @Override
    public synchronized void close() {
        Fence ours = fence;
        try (connection) {
            if (ours != null) {
                ours.close();
            }
        } catch (SQLException e) {
            throw new StoreException("cannot close the workspace", e);
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
