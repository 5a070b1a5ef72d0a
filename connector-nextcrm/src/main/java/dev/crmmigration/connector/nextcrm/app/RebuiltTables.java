package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.error.FatalConnectorException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/**
 * Finds out whether a table was rebuilt or emptied while it was read. A snapshot does not keep the rows of such a table: it
 * looks empty in it, as if all records had been deleted.
 */
final class RebuiltTables {

    private final Database database;
    private final AppSchema schema;

    RebuiltTables(Database database, AppSchema schema) {
        this.database = database;
        this.schema = schema;
    }

    void check(String table) {
        Relation relation = schema.relation(table);
        long now = database.readNow("looking at table " + Names.quoted(table), connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT coalesce(pg_relation_filenode(c.oid), 0)::bigint FROM pg_class c"
                            + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?")) {
                query.setString(1, database.access().schema());
                query.setString(2, table);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getLong(1) : -1;
                }
            }
        });
        if (relation == null || now != relation.file()) {
            throw new FatalConnectorException("table " + Names.quoted(table)
                    + " was rebuilt, emptied or dropped while it was read, so its rows in the snapshot are lost."
                    + " Do not upgrade NextCRM meanwhile, and extract again from the beginning");
        }
    }
}
