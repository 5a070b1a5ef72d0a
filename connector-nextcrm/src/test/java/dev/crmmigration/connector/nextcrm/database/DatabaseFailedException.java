package dev.crmmigration.connector.nextcrm.database;

import java.sql.SQLException;

/** The database of a test does not do what the test wants of it. */
public final class DatabaseFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailedException(SQLException cause) {
        super(cause);
    }
}
