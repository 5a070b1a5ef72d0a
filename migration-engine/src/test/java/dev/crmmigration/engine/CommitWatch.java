package dev.crmmigration.engine;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/**
 * Stands between the engine and SQLite and sees every commit of a journal, so that a test can kill there without a hook in
 * the engine. Connections to all other files pass through.
 */
final class CommitWatch implements Driver {

    private static final Map<String, Watcher> WATCHERS = new ConcurrentHashMap<>();
    private static final Driver SQLITE = new JDBC();

    /** Takes the place of SQLite's own driver; of connections that are open already nothing is seen. */
    static synchronized void install() {
        try {
            List<Driver> drivers = DriverManager.drivers().toList();
            if (drivers.stream().noneMatch(CommitWatch.class::isInstance)) {
                DriverManager.registerDriver(new CommitWatch());
            }
            for (Driver driver : drivers) {
                if (driver instanceof JDBC) {
                    DriverManager.deregisterDriver(driver);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sees the commits of one journal, on the thread that commits. */
    interface Watcher {

        /** Called before a commit, which does not happen if this throws. */
        void beforeCommit(Connection journal) throws SQLException;

        /** Called when a commit is durable. */
        void afterCommit();
    }

    /** Watches the journal of a workspace. */
    static void watch(Path workspace, Watcher watcher) {
        WATCHERS.put(url(workspace), watcher);
    }

    static void unwatch(Path workspace) {
        WATCHERS.remove(url(workspace));
    }

    private static String url(Path workspace) {
        return "jdbc:sqlite:" + workspace.resolve("journal.db");
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Connection connection = SQLITE.connect(url, info);
        if (connection == null || !url.endsWith("journal.db")) {
            return connection;
        }
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return method.getName().equals("createStatement")
                    ? watched(url, connection, (Statement) requireNonNull(result))
                    : result;
        });
    }

    private static Statement watched(String url, Connection connection, Statement statement) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            Watcher watcher = WATCHERS.get(url);
            if (watcher == null || arguments == null || !"COMMIT".equals(arguments[0])) {
                return invoke(statement, method, arguments);
            }
            watcher.beforeCommit(connection);
            Object result = invoke(statement, method, arguments);
            watcher.afterCommit();
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return SQLITE.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return SQLITE.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return SQLITE.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return SQLITE.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return SQLITE.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }
}
