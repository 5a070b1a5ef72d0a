package dev.crmmigration.examples.cli.crash;

import static java.util.Objects.requireNonNull;

import dev.crmmigration.examples.cli.Migrate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/**
 * The command line in a process that comes to a stop at a commit of its journal and asks to be killed there. It stands
 * between the engine and SQLite, so that the engine needs no hook.
 *
 * <p>{@code -Dkill.commit} counts the commits from 1, {@code -Dkill.after} tells whether it happens after the commit,
 * {@code -Dkill.port} is where the killer listens.
 */
public final class KilledMigrate implements Driver {

    private static final Driver SQLITE = new JDBC();
    private static final int COMMIT = Integer.getInteger("kill.commit", 0);
    private static final boolean AFTER = Boolean.getBoolean("kill.after");
    private static final AtomicInteger commits = new AtomicInteger();

    private KilledMigrate() {}

    public static void main(String[] arguments) throws SQLException {
        List<Driver> drivers = DriverManager.drivers().toList();
        DriverManager.registerDriver(new KilledMigrate());
        for (Driver driver : drivers) {
            DriverManager.deregisterDriver(driver);
        }
        Migrate.main(arguments);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Connection connection = SQLITE.connect(url, info);
        if (connection == null || !url.endsWith("journal.db")) {
            return connection;
        }
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return method.getName().equals("createStatement") ? killing((Statement) requireNonNull(result)) : result;
        });
    }

    private static Statement killing(Statement statement) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            boolean isDue = arguments != null && "COMMIT".equals(arguments[0]) && commits.incrementAndGet() == COMMIT;
            if (isDue && !AFTER) {
                die();
            }
            Object result = invoke(statement, method, arguments);
            if (isDue) {
                die();
            }
            return result;
        });
    }

    /** Asks for the end, and does nothing until it comes. */
    private static void die() {
        try (Socket killer = new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger("kill.port"))) {
            while (killer.isConnected()) {
                LockSupport.park();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(KilledMigrate.class.getClassLoader(), new Class<?>[] {type}, handler));
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
