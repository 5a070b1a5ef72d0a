package dev.crmmigration.connector.nextcrm.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs statements. */
final class Sql {

    private Sql() {}

    static void run(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    static void runAll(Connection connection, List<String> statements) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
