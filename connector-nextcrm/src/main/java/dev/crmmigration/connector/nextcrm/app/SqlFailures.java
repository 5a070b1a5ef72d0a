package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.error.ConnectorException;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import java.sql.SQLException;

/** Says what a failure of the database means and what to do. The database's own words may hold values and stay inside. */
final class SqlFailures {

    private SqlFailures() {}

    static ConnectorException of(SQLException failure, DatabaseAccess access, String doing) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String what = doing + " failed (SQL state " + (state.isEmpty() ? "none" : state) + ")";
        return switch (state) {
            case "28P01", "28000" ->
                fatal(
                        "the database server " + access.server()
                                + " refuses the user of setting 'user', or 'password' is wrong."
                                + " Check both, and that pg_hba.conf lets this user into '" + access.database()
                                + "' from here",
                        failure);
            case "3D000" ->
                fatal(
                        "the server " + access.server() + " has no database '" + access.database()
                                + "'. Check the name at the end of setting 'jdbcUrl'",
                        failure);
            case "42501" ->
                fatal(
                        doing + " is not allowed. Run: GRANT USAGE ON SCHEMA " + Names.quoted(access.schema())
                                + " and GRANT SELECT on the tables to the user of setting 'user'",
                        failure);
            case "57014" ->
                fatal(
                        doing
                                + " took longer than setting 'statementTimeout' allows. Raise it, or read when less is going on",
                        failure);
            case "42P01", "42703", "42P18" ->
                fatal(
                        doing + " failed, since the tables were changed meanwhile. Extract again from the beginning",
                        failure);
            case "22023", "42704" ->
                fatal(
                        "the transaction that held the snapshot of the database has ended: the server was restarted, or closed"
                                + " the connection. Extract again from the beginning",
                        failure);
            default ->
                isPassing(state)
                        ? RetryableConnectorException.of(unreachable(access, state, what), failure)
                        : fatal(what + ". See the server's log", failure);
        };
    }

    private static String unreachable(DatabaseAccess access, String state, String what) {
        return state.equals("08001") || state.equals("08004")
                ? "the database server " + access.server()
                        + " cannot be reached. Check setting 'jdbcUrl', that the server"
                        + " runs, and that its port is published or a tunnel is open"
                : what + ". The server " + access.server() + " may answer later";
    }

    /** Connections come and go, servers restart, locks are released: classes 08, 53, 57P and 40, and 55P03. */
    private static boolean isPassing(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("40")
                || state.equals("55P03");
    }

    private static FatalConnectorException fatal(String message, SQLException cause) {
        return new FatalConnectorException(message, cause);
    }
}
