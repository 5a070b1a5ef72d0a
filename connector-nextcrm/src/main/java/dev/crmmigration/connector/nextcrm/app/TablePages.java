package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.SourceEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads one table page by page. Each page is a COPY, which the server sends while what came already is being read. Immutable.
 */
final class TablePages {

    private final AppTable table;
    private final PageOrder order;
    private final RowReader rows;
    private final String from;
    private final Optional<Instant> changedSince;
    private final int pageRows;

    /** @param changedSince gives only what changed since, and word of what was deleted since; empty for all that is there */
    TablePages(
            AppTable table,
            Relation relation,
            AppFields fields,
            Optional<Instant> changedSince,
            int pageRows,
            String schema) {
        this.table = table;
        this.order = PageOrder.of(table, relation);
        this.rows = new RowReader(table, order, fields);
        this.from = Names.quoted(schema) + "." + Names.quoted(table.table());
        this.changedSince = changedSince;
        this.pageRows = pageRows;
    }

    AppTable table() {
        return table;
    }

    /** A page of rows, and what tells where the last one stands; nothing if the table ends with it. */
    record Page(List<SourceEntry> entries, List<String> last) {

        /** Counts the rows that are there: word of a deletion has no place of its own. */
        long rows() {
            return entries.stream()
                    .filter(entry -> !(entry instanceof SourceEntry.Deleted))
                    .count();
        }
    }

    /** Returns the page that follows what was given. A failure leaves the connection in the middle of it. */
    Page page(Connection connection, PagePosition position) throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + query(position.last()) + ") TO STDOUT (FORMAT binary)");
        List<SourceEntry> entries = new ArrayList<>(pageRows);
        CopiedRow row = rows.row();
        long number = position.rows();
        byte[] message = copy.readFromCopy();
        int at = message == null ? 0 : CopiedRow.begin(message);
        while (message != null) {
            while (at >= 0 && at < message.length) {
                at = row.take(message, at);
                if (at > 0) {
                    SourceEntry entry = rows.read(row, new Origin(table.table(), number + 1));
                    number += entry instanceof SourceEntry.Deleted ? 0 : 1;
                    entries.add(entry);
                }
            }
            message = copy.readFromCopy();
            at = 0;
        }
        return new Page(entries, entries.size() == pageRows ? last(row) : List.of());
    }

    private List<String> last(CopiedRow row) {
        List<String> last = new ArrayList<>();
        for (int i = 0; i < order.columns().size(); i++) {
            last.add(String.valueOf(row.text(rows.orderPlace() + i)));
        }
        return last;
    }

    private String query(List<String> last) {
        List<String> conditions = new ArrayList<>();
        if (changedSince.isPresent()) {
            conditions.add(changed(changedSince.get()));
        } else if (!table.deleted().isEmpty()) {
            conditions.add("NOT " + rows.deleted());
        }
        if (!last.isEmpty()) {
            conditions.add(order.after(last));
        }
        return "SELECT " + rows.select() + " FROM " + from + " t"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)) + order.orderBy()
                + " LIMIT " + pageRows;
    }

    private String changed(Instant since) {
        String moment = "'" + LocalDateTime.ofInstant(since, ZoneOffset.UTC) + "'::timestamp";
        String changed = rows.changed() + " >= " + moment;
        return table.deleted().containsKey("deletedAt")
                ? "(" + changed + " OR t.\"deletedAt\" >= " + moment + ")"
                : changed;
    }
}
