package dev.crmmigration.engine.internal.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The rows of one migration. The SQL is what all databases share: {@code VARCHAR} and {@code NUMERIC} only (there is no
 * {@code BIGINT} in Oracle and no {@code TEXT} in most), no {@code IF NOT EXISTS}, no {@code LIMIT}, no upsert, no word
 * that is reserved somewhere, no empty text (which is null in Oracle). A text longer than the shortest limit (4,000 bytes)
 * takes several rows.
 */
final class JdbcAuditTable implements AutoCloseable {

    static final int MIGRATION_LENGTH = 200;

    /** Code points, of at most four bytes each. */
    private static final int PART_LENGTH = 1000;

    private final Connection connection;
    private final String table;
    private final String migration;

    JdbcAuditTable(Connection connection, String table, String migration) {
        this.connection = connection;
        this.table = table;
        this.migration = migration;
    }

    /** @param what goes on after the name of the sink; what the driver says may hold the URL, and stays in the cause */
    static AuditTrailException failed(String what, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : " (SQL state " + cause.getSQLState() + ")";
        return new AuditTrailException("the database of audit sink 'jdbc' " + what + state + ".", cause);
    }

    void makeIfMissing() {
        if (isThere()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE " + table + " (migration VARCHAR(" + MIGRATION_LENGTH
                    + ") NOT NULL, entry_number NUMERIC(19) NOT NULL, part_number NUMERIC(9) NOT NULL,"
                    + " entry_text VARCHAR(4000) NOT NULL, entry_hash VARCHAR(64) NOT NULL,"
                    + " PRIMARY KEY (migration, entry_number, part_number))");
        } catch (SQLException e) {
            throw failed(
                    "has no table " + table + ", and it cannot be made. Make it as docs/operations/audit.md says, or"
                            + " let the user make tables",
                    e);
        }
    }

    /** Tells whether the table can be read; before the first delivery there may be none. */
    boolean isThere() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT entry_number FROM " + table + " WHERE 1 = 0")) {
            return !rows.next();
        } catch (SQLException e) {
            // There is no portable way to ask. Whatever else is wrong with it, making the table will show.
            return false;
        }
    }

    /** Returns the number of the last entry, 0 if there is none. */
    long last() {
        return number("MAX(entry_number)", Long.MIN_VALUE).orElse(0);
    }

    /** Returns the number of the first entry that is not before {@code from}. */
    OptionalLong firstFrom(long from) {
        return number("MIN(entry_number)", from);
    }

    private OptionalLong number(String aggregate, long from) {
        String sql = "SELECT " + aggregate + " FROM " + table + " WHERE migration = ? AND entry_number >= ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, migration);
            statement.setLong(2, from);
            try (ResultSet rows = statement.executeQuery()) {
                long number = rows.next() ? rows.getLong(1) : 0;
                return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
            }
        } catch (SQLException e) {
            throw failed("cannot be read", e);
        }
    }

    /** Returns the entries of a range by number, in order, each as it should be or with what disagrees. */
    Map<Long, String> read(long from, long to) {
        String sql = "SELECT entry_number, part_number, entry_text, entry_hash FROM " + table
                + " WHERE migration = ? AND entry_number >= ? AND entry_number <= ?"
                + " ORDER BY entry_number, part_number";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, migration);
            statement.setLong(2, from);
            statement.setLong(3, to);
            Map<Long, JdbcEntry> entries = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.computeIfAbsent(rows.getLong(1), JdbcEntry::new)
                            .add(rows.getLong(2), rows.getString(3), rows.getString(4));
                }
            }
            Map<Long, String> texts = new TreeMap<>();
            entries.forEach((number, entry) -> texts.put(number, entry.text()));
            return texts;
        } catch (SQLException e) {
            throw failed("cannot be read", e);
        }
    }

    /** Adds entries, all or none. */
    void add(List<Row> entries) {
        String sql = "INSERT INTO " + table
                + " (migration, entry_number, part_number, entry_text, entry_hash) VALUES (?, ?, ?, ?, ?)";
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Row entry : entries) {
                    addParts(statement, entry);
                }
                statement.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed(
                    "does not take entries. Look at its space and the rights of the user, then run the step again", e);
        }
    }

    private void addParts(PreparedStatement statement, Row entry) throws SQLException {
        int number = 0;
        for (String part : parts(entry.text())) {
            statement.setString(1, migration);
            statement.setLong(2, entry.number());
            statement.setInt(3, number++);
            statement.setString(4, part);
            statement.setString(5, entry.hash());
            statement.addBatch();
        }
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int length = Math.min(PART_LENGTH, text.codePointCount(start, text.length()));
            int end = text.offsetByCodePoints(start, length);
            parts.add(text.substring(start, end));
            start = end;
        }
        return parts;
    }

    /** Returns the last event, or empty if it is none any more. */
    Optional<AuditHead> head(long last) {
        String text = read(last, last).getOrDefault(last, "");
        return EventParser.parse(text.getBytes(StandardCharsets.UTF_8)).map(AuditHead::of);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed("cannot be closed", e);
        }
    }

    /** An entry as it is written. */
    record Row(long number, String text, String hash) {}
}
