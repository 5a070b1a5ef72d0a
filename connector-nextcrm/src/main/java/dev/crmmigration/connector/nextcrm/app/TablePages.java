package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.SourceEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one table page by page, in PostgreSQL's own order of its key. Immutable. */
final class TablePages {

    private final AppTable table;
    private final RowReader rows;
    private final List<String> keyTypes;
    private final String from;
    private final Optional<Instant> changedSince;
    private final int pageRows;

    /** @param changedSince gives only what changed since, and word of what was deleted since; empty for all that is there */
    TablePages(AppTable table, AppFields fields, Optional<Instant> changedSince, int pageRows, String schema) {
        this.table = table;
        this.rows = new RowReader(table, fields);
        Relation relation = fields.schema().relation(table.table());
        this.keyTypes = table.key().stream()
                .map(column -> relation == null ? "text" : Names.quoted(type(relation, column)))
                .toList();
        this.from = Names.quoted(schema) + "." + Names.quoted(table.table());
        this.changedSince = changedSince;
        this.pageRows = pageRows;
    }

    private static String type(Relation relation, String column) {
        Relation.Shape shape = relation.columns().get(column);
        return shape == null ? "text" : shape.type();
    }

    AppTable table() {
        return table;
    }

    /** A page of rows, and the key of the last one; no key if the table ends with it. */
    record Page(List<SourceEntry> entries, List<String> lastKey) {

        /** Counts the rows that are there: word of a deletion has no place of its own. */
        long rows() {
            return entries.stream()
                    .filter(entry -> !(entry instanceof SourceEntry.Deleted))
                    .count();
        }
    }

    /**
     * @param after the key of the last row before the page; empty for the first page
     * @param given how many rows that are there came before
     */
    Page page(Connection connection, List<String> after, long given) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql(!after.isEmpty()))) {
            int place = 1;
            if (changedSince.isPresent()) {
                LocalDateTime since = LocalDateTime.ofInstant(changedSince.get(), ZoneOffset.UTC);
                for (int i = 0; i < moments(); i++) {
                    query.setObject(place++, since);
                }
            }
            for (String key : after) {
                query.setString(place++, key);
            }
            query.setFetchSize(pageRows);
            try (ResultSet result = query.executeQuery()) {
                return page(result, given);
            }
        }
    }

    private Page page(ResultSet result, long given) throws SQLException {
        List<SourceEntry> entries = new ArrayList<>(pageRows);
        List<String> last = List.of();
        long number = given;
        while (result.next()) {
            SourceEntry entry = rows.read(result, new Origin(table.table(), number + 1));
            number += entry instanceof SourceEntry.Deleted ? 0 : 1;
            entries.add(entry);
            if (entries.size() == pageRows) {
                last = key(result);
            }
        }
        return new Page(entries, last);
    }

    private List<String> key(ResultSet result) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            key.add(result.getString(rows.keyPlace() + i));
        }
        return key;
    }

    private int moments() {
        return table.deleted().containsKey("deletedAt") ? 2 : 1;
    }

    private String sql(boolean isNext) {
        List<String> conditions = new ArrayList<>();
        if (changedSince.isPresent()) {
            conditions.add(
                    moments() == 2
                            ? "(" + rows.changed() + " >= ? OR t.\"deletedAt\" >= ?)"
                            : rows.changed() + " >= ?");
        } else if (!table.deleted().isEmpty()) {
            conditions.add("NOT " + rows.deleted());
        }
        List<String> key =
                table.key().stream().map(column -> "t." + Names.quoted(column)).toList();
        if (isNext) {
            conditions.add("(" + String.join(", ", key) + ") > ("
                    + keyTypes.stream().map(type -> "?::" + type).collect(Collectors.joining(", ")) + ")");
        }
        return "SELECT " + rows.select() + " FROM " + from + " t"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)) + " ORDER BY "
                + String.join(", ", key) + " LIMIT " + pageRows;
    }
}
