package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.connector.nextcrm.files.FileStores;
import dev.crmmigration.connector.nextcrm.files.StoredFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out where a file lies that a record names. */
final class StoredFiles {

    private static final Pattern ID = Pattern.compile("(document|invoice|invoiceAttachment):([0-9a-f-]{36})");

    private final Database database;
    private final FileStores stores;
    private final AppSchema schema;

    StoredFiles(Database database, FileStores stores, AppSchema schema) {
        this.database = database;
        this.stores = stores;
        this.schema = schema;
    }

    Content open(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            throw new FatalConnectorException("no record of NextCRM names this file. Extract again");
        }
        String query = query(matcher.group(1));
        StoredFile file = database.read("looking for a file", connection -> find(connection, query, matcher.group(2)))
                .orElseThrow(() -> new FatalConnectorException(
                        "the record " + matcher.group(1) + " " + matcher.group(2) + " that named this file is gone"));
        return stores.open(file);
    }

    private String query(String object) {
        return switch (object) {
            case "document" ->
                "SELECT " + (has("Documents", "key") ? "t.\"key\"" : "NULL")
                        + ", t.\"document_file_url\", " + (has("Documents", "size") ? "t.\"size\"" : "NULL")
                        + " FROM \"Documents\" t WHERE t.id = ?::uuid";
            case "invoice" -> "SELECT t.\"pdfStorageKey\", NULL, NULL FROM \"Invoices\" t WHERE t.id = ?::uuid";
            default -> "SELECT t.\"storageKey\", NULL, NULL FROM \"Invoice_Attachments\" t WHERE t.id = ?::uuid";
        };
    }

    private boolean has(String table, String column) {
        Relation relation = schema.relation(table);
        return relation != null && relation.has(column);
    }

    private static Optional<StoredFile> find(Connection connection, String query, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredFile(text(row.getString(1)), text(row.getString(2))))
                        : Optional.empty();
            }
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    List<String> gaps() {
        return stores.gaps();
    }
}
