package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditContext;
import dev.crmmigration.api.audit.AuditLines;
import dev.crmmigration.api.audit.AuditSink;
import dev.crmmigration.api.audit.AuditTrail;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Keeps the trail in a table of a database; its JDBC driver must be on the class path. */
public final class JdbcAuditSink implements AuditSink {

    private static final String URL = "url";
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String TABLE = "table";
    private static final String MIGRATION = "migration";

    /** A name that no database wants in quotation marks, so that nothing else can stand in its place. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)?");

    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required(URL, "the database, such as jdbc:postgresql://db.acme.example/audit"),
                Setting.optional(USER, "who signs in; left out if the URL or the driver says it"),
                new Setting(PASSWORD, "the password of that user", false, true, Optional.empty()),
                Setting.optional(
                        TABLE, "the table, with its schema if need be; made if it is not there", "crm_migration_audit"),
                Setting.optional(
                        MIGRATION,
                        "the name of this migration in the table, at most " + JdbcAuditTable.MIGRATION_LENGTH
                                + " characters; by default that of the workspace's folder"));
    }

    @Override
    public AuditTrail open(Settings settings, AuditContext context) {
        Settings checked = checked(settings);
        JdbcAuditTable table = connect(checked, context);
        try {
            table.makeIfMissing();
            return JdbcAuditTrail.open(table);
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    @Override
    public Optional<AuditLines> read(Settings settings, AuditContext context) {
        return Optional.of(new JdbcAuditLines(connect(checked(settings), context)));
    }

    private Settings checked(Settings settings) {
        Settings checked = settings.checked(name(), settings());
        if (!NAME.matcher(checked.get(TABLE).orElse("")).matches()) {
            throw new ConfigurationException(
                    "setting 'table' of audit sink 'jdbc' is not a plain name. Use letters, digits and _, with a dot"
                            + " after the schema");
        }
        return checked;
    }

    private static JdbcAuditTable connect(Settings settings, AuditContext context) {
        String migration = settings.get(MIGRATION).orElse(context.migration());
        if (migration.isBlank() || migration.length() > JdbcAuditTable.MIGRATION_LENGTH) {
            throw new ConfigurationException("audit sink 'jdbc' needs a name for the migration of 1 to "
                    + JdbcAuditTable.MIGRATION_LENGTH + " characters. Give the setting 'migration'");
        }
        Properties properties = new Properties();
        settings.get(USER).ifPresent(user -> properties.setProperty("user", user));
        settings.secret(PASSWORD)
                .map(Secret::reveal)
                .ifPresent(password -> properties.setProperty("password", password));
        try {
            Connection connection =
                    DriverManager.getConnection(settings.get(URL).orElseThrow(), properties);
            return new JdbcAuditTable(connection, settings.get(TABLE).orElseThrow(), migration);
        } catch (SQLException e) {
            throw JdbcAuditTable.failed(
                    "cannot be reached. Look whether its JDBC driver is on the class path, and whether url, user and"
                            + " password are right",
                    e);
        }
    }
}
