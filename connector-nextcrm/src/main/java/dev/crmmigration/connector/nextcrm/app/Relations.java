package dev.crmmigration.connector.nextcrm.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what the schema holds, from PostgreSQL's own catalog. */
final class Relations {

    /**
     * Scans of places came with release 14 (its notes, E.23.3.1.4); places are told apart in one table only; and the right to
     * see them comes with the right to the whole table, not with one to columns.
     */
    private static final String HAS_PLACES =
            "c.relkind = 'r' AND NOT c.relhassubclass AND current_setting('server_version_num')::int >= 140000"
                    + " AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')";

    private static final String COLUMNS =
            "SELECT c.relname, c.relkind::text, coalesce(pg_relation_filenode(c.oid), 0)::bigint, " + HAS_PLACES + ","
                    + " a.attname, t.typname, t.typcategory::text,"
                    + " has_schema_privilege(n.oid, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                    + " JOIN pg_type t ON t.oid = a.atttypid"
                    + " WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY c.relname, a.attnum";

    private static final String ENUMS =
            "SELECT t.typname, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid"
                    + " JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = ? ORDER BY t.typname, e.enumsortorder";

    private Relations() {}

    static Map<String, Relation> of(Connection connection, String schema) throws SQLException {
        Map<String, Relation> relations = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, schema);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(1);
                    Relation relation = relations.get(name);
                    if (relation == null) {
                        relation = new Relation(
                                name, row.getString(2), row.getLong(3), row.getBoolean(4), new LinkedHashMap<>());
                        relations.put(name, relation);
                    }
                    relation.columns()
                            .put(
                                    row.getString(5),
                                    new Relation.Shape(row.getString(6), row.getString(7), row.getBoolean(8)));
                }
            }
        }
        return relations;
    }

    /** Returns the words of every enum, in the database's order. */
    static Map<String, List<String>> enums(Connection connection, String schema) throws SQLException {
        Map<String, List<String>> enums = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(ENUMS)) {
            query.setString(1, schema);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    enums.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                            .add(row.getString(2));
                }
            }
        }
        return enums;
    }
}
