package dev.crmmigration.connector.nextcrm.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that runs for as long as this JVM, with a database of its own for whoever asks. Passwords count for everyone
 * but its owner.
 */
final class PostgresServer {

    static final String READER = "crm_reader";
    static final String READER_PASSWORD = "of the reader";

    private static final String OWNER = "postgres";
    private static final String TEMPLATE = "nextcrm_template";

    private static @Nullable PostgresServer running;

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static synchronized PostgresServer running() {
        PostgresServer found = running;
        if (found == null) {
            found = start();
            running = found;
        }
        return found;
    }

    private static PostgresServer start() {
        try {
            Path data = Files.createTempDirectory("nextcrm-postgres").resolve("data");
            PostgresServer server = new PostgresServer(EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("jit", "off")
                    .start());
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "host all " + OWNER + " 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
            try (Connection owner = server.connect(OWNER)) {
                Sql.run(owner, "SELECT pg_reload_conf()");
                Sql.run(owner, "CREATE ROLE " + READER + " LOGIN PASSWORD '" + READER_PASSWORD + "'");
                Sql.run(owner, "CREATE DATABASE " + TEMPLATE);
            }
            try (Connection template = server.connect(TEMPLATE)) {
                Sql.runAll(template, NextCrmSchema.statements());
                Sql.runAll(template, Rights.statements(READER));
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** Makes a database with NextCRM's tables, empty. */
    String create() {
        String name = "nextcrm_" + databases.incrementAndGet();
        try (Connection owner = connect(OWNER)) {
            Sql.run(owner, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
            return name;
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    void drop(String name) {
        try (Connection owner = connect(OWNER)) {
            Sql.run(owner, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    /** Connects as the owner of everything. */
    Connection connect(String database) throws SQLException {
        return server.getDatabase(OWNER, database).getConnection();
    }
}
