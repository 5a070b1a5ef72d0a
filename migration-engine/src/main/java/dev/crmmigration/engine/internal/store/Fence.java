package dev.crmmigration.engine.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The number under which we hold a file, and whether it still is the file's. Looks by a connection of its own, so that
 * who asks does not wait for a transaction of ours that is under way. Thread-safe.
 */
final class Fence implements AutoCloseable {

    static final String NUMBER = "SELECT number FROM fence";

    private final long number;
    private final Connection connection;
    private final PreparedStatement look;

    private Fence(long number, Connection connection) throws SQLException {
        this.number = number;
        this.connection = connection;
        this.look = connection.prepareStatement(NUMBER);
    }

    static Fence open(Path file, long number) {
        try {
            return new Fence(number, DriverManager.getConnection("jdbc:sqlite:" + file));
        } catch (SQLException e) {
            throw new StoreException("cannot open " + file.getFileName() + " once more", e);
        }
    }

    long number() {
        return number;
    }

    /** Tells whether nobody has taken the file over. */
    synchronized boolean isStanding() {
        try (ResultSet row = look.executeQuery()) {
            return row.next() && row.getLong(1) == number;
        } catch (SQLException e) {
            throw new StoreException("cannot read the workspace", e);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
