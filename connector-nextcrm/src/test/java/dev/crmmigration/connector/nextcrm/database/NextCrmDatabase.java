package dev.crmmigration.connector.nextcrm.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** One installation's database, in a PostgreSQL that this JVM runs; gone when it is closed. */
public final class NextCrmDatabase implements AutoCloseable {

    private final PostgresServer server;
    private final String name;

    private NextCrmDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Makes a database with the tables of release v0.21.2, without any row. */
    public static NextCrmDatabase empty() {
        PostgresServer server = PostgresServer.running();
        return new NextCrmDatabase(server, server.create());
    }

    /** Makes a database with an invented business in it. */
    public static NextCrmDatabase of(InventedBusiness business) {
        NextCrmDatabase database = empty();
        business.statements().forEach(database::run);
        database.run("ANALYZE");
        return database;
    }

    /** Takes away what only releases after this one have, and gives the earlier table of invoices back. */
    public NextCrmDatabase asOfRelease(String release) {
        EarlierRelease.statements(release).forEach(this::run);
        return this;
    }

    /** Returns the address that JDBC takes. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name;
    }

    public int port() {
        return server.port();
    }

    public String name() {
        return name;
    }

    /** Returns a user who may read what a migration reads, and nothing else. */
    public String reader() {
        return PostgresServer.READER;
    }

    public String readerPassword() {
        return PostgresServer.READER_PASSWORD;
    }

    /** Runs a statement as the owner. */
    public void run(String statement) {
        try (Connection connection = connect()) {
            Sql.run(connection, statement);
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** Returns a number. */
    public long number(String query) {
        return Long.parseLong(text(query));
    }

    /** Returns the text of the first column of the first row. */
    public String text(String query) {
        return texts(query).get(0);
    }

    /** Returns the texts of the first column. */
    public List<String> texts(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        }
    }

    /** Adds contacts without anything around them, as many as are wanted. */
    public void addContacts(int count) {
        run("INSERT INTO \"crm_Contacts\"(id, first_name, last_name, email, office_phone, position, tags, \"cratedAt\","
                + " \"updatedAt\", description) SELECT gen_random_uuid(), 'Ada', 'Stone ' || g, 'contact' || g ||"
                + " '@people.example', '+44 20 7946 0' || g % 1000, 'Head of sales', ARRAY['VIP', 'news'], now(), now(),"
                + " 'Met at the fair' FROM generate_series(1, " + count + ") g");
        run("VACUUM ANALYZE \"crm_Contacts\"");
    }

    /** Copies a table to nowhere, as fast as PostgreSQL's own COPY does, and returns the number of its bytes. */
    public long copyOut(String table) {
        try (Connection connection = connect();
                CountingStream out = new CountingStream()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY \"" + table + "\" TO STDOUT", out);
            return out.count();
        } catch (SQLException e) {
            throw new DatabaseFailedException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects as the owner; the caller closes the connection. */
    public Connection connect() throws SQLException {
        return server.connect(name);
    }

    @Override
    public void close() {
        server.drop(name);
    }
}
