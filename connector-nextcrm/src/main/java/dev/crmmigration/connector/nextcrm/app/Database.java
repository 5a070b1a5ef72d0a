package dev.crmmigration.connector.nextcrm.app;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The database in one snapshot. One connection holds a transaction that does nothing but keep the snapshot; what is read is
 * read by another one, page by page, each in a short read-only transaction of its own on that same snapshot. So everything
 * fits together, a lost connection costs one page, and no lock is held for longer than a page takes: not even a change of
 * the tables has to wait for the extraction. Used by one thread at a time.
 */
final class Database implements AutoCloseable {

    /** What a statement gives. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private final DatabaseAccess access;
    private final Connection keeper;
    private final String snapshot;
    private @Nullable Connection reader;

    private Database(DatabaseAccess access, Connection keeper, String snapshot) {
        this.access = access;
        this.keeper = keeper;
        this.snapshot = snapshot;
    }

    static Database open(DatabaseAccess access) {
        try {
            Connection keeper = connect(access, "keeps the snapshot");
            try {
                return new Database(access, keeper, text(keeper, "SELECT pg_export_snapshot()"));
            } catch (SQLException e) {
                keeper.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailures.of(e, access, "opening the database");
        }
    }

    private static Connection connect(DatabaseAccess access, String role) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", access.user());
        properties.setProperty("password", access.password().reveal());
        properties.setProperty("ApplicationName", "crm-migration " + role);
        properties.setProperty("sslmode", access.tls());
        if (!access.rootCertificate().isEmpty()) {
            properties.setProperty("sslrootcert", access.rootCertificate());
        }
        properties.setProperty(
                "connectTimeout",
                String.valueOf(Math.max(1, access.connectTimeout().toSeconds())));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "1");
        String url = "jdbc:postgresql://" + access.host() + ":" + access.port() + "/"
                + java.net.URLEncoder.encode(access.database(), java.nio.charset.StandardCharsets.UTF_8);
        Connection connection = driver(url).connect(url, properties);
        if (connection == null) {
            throw new SQLException("the address is none of PostgreSQL's", "08001");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET statement_timeout = " + access.statementTimeout().toMillis());
            statement.execute("SET lock_timeout = 10000");
            statement.execute("SET idle_in_transaction_session_timeout = 0");
            statement.execute("SET timezone = 'UTC'");
            statement.execute("SET standard_conforming_strings = on");
            // Rows have to come in the order in which they lie, and a page is too short for helpers
            statement.execute("SET synchronize_seqscans = off");
            statement.execute("SET max_parallel_workers_per_gather = 0");
            statement.execute("SET search_path = " + Names.quoted(access.schema()));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Not by DriverManager, which shows a library in a container only the drivers of the container. */
    private static Driver driver(String url) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, Database.class.getClassLoader())) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new IllegalStateException("there is no JDBC driver for PostgreSQL. Add org.postgresql:postgresql");
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    DatabaseAccess access() {
        return access;
    }

    /** Reads in the snapshot. After a failure the next call connects anew. */
    synchronized <T> T read(String doing, Work<T> work) {
        try {
            Connection connection = reader();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
            }
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            forgetReader();
            throw SqlFailures.of(e, access, doing);
        } catch (RuntimeException e) {
            forgetReader();
            throw e;
        }
    }

    /** Reads what the database is now, not what it was. */
    synchronized <T> T readNow(String doing, Work<T> work) {
        try {
            Connection connection = reader();
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            forgetReader();
            throw SqlFailures.of(e, access, doing);
        }
    }

    private Connection reader() throws SQLException {
        Connection open = reader;
        if (open == null) {
            open = connect(access, "reads");
            reader = open;
        }
        return open;
    }

    private void forgetReader() {
        Connection open = reader;
        reader = null;
        close(open);
    }

    @Override
    public synchronized void close() {
        forgetReader();
        close(keeper);
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // It only read: whatever is left of it ends with the connection.
        }
    }
}
