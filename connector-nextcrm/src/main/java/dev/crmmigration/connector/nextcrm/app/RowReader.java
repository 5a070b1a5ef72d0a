package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.SourceEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes entries of the rows of one table. The select list and the reading of it stand side by side here. Immutable. */
final class RowReader {

    private static final int GONE = 1;
    private static final int CHANGED = 2;

    private final AppTable table;
    private final ObjectType type;
    private final List<CellReader> cells = new ArrayList<>();
    private final List<String> select = new ArrayList<>();
    private final List<Integer> idPlaces = new ArrayList<>();

    RowReader(AppTable table, AppFields fields) {
        this.table = table;
        this.type = ObjectType.of(table.object());
        select.add(deleted());
        select.add(changed());
        table.key().forEach(column -> select.add("t." + Names.quoted(column) + "::text"));
        for (String column : table.id()) {
            int known = table.key().indexOf(column);
            idPlaces.add(known < 0 ? add("t." + Names.quoted(column) + "::text") : CHANGED + 1 + known);
        }
        Relation relation = fields.schema().relation(table.table());
        for (Column column : table.columns()) {
            int place = add(column.expression());
            boolean hasSecond = column.reads().size() > 1
                    && relation != null
                    && relation.has(column.reads().get(1));
            int second = hasSecond ? add("t." + Names.quoted(column.reads().get(1)) + "::text") : 0;
            cells.add(new CellReader(table, column, place, second, fields));
        }
    }

    private int add(String expression) {
        select.add(expression);
        return select.size();
    }

    /** Returns the condition under which a row counts as deleted. */
    String deleted() {
        return table.deleted().isEmpty()
                ? "false"
                : "("
                        + String.join(
                                " OR ",
                                table.deleted().values().stream()
                                        .map(one -> "(" + one + ") IS TRUE")
                                        .toList())
                        + ")";
    }

    /** Returns the expression of the moment at which a row changed or was made. */
    String changed() {
        List<String> moments = table.changed().stream()
                .map(column -> "t." + Names.quoted(column))
                .toList();
        return moments.isEmpty() ? "NULL::timestamp" : "coalesce(" + String.join(", ", moments) + ")";
    }

    String select() {
        return String.join(", ", select);
    }

    /** Returns the place of the first column of the key in the select list. */
    int keyPlace() {
        return CHANGED + 1;
    }

    SourceEntry read(ResultSet row, Origin origin) throws SQLException {
        String id = id(row);
        RecordRef ref = new RecordRef(type, id);
        if (row.getBoolean(GONE)) {
            return new SourceEntry.Deleted(ref, origin);
        }
        String at = "";
        try {
            CrmRecord.Builder record = CrmRecord.builder(ref);
            table.constants().forEach(record::put);
            RowNotes notes = new RowNotes(id);
            for (CellReader cell : cells) {
                at = cell.column();
                Object value = cell.read(row, notes);
                if (value != null) {
                    record.put(cell.key(), value);
                }
            }
            at = table.changed().isEmpty() ? "" : table.changed().get(0);
            Instant changed = CellReader.moment(row, CHANGED, at);
            SourceEntry.Read read = new SourceEntry.Read(record.build(), origin, 0, notes.repairs());
            return changed == null ? read : read.changedAt(changed);
        } catch (RowRefusedException e) {
            return new SourceEntry.Quarantined(type, origin, e.column(), e.rule());
        } catch (SQLException e) {
            if (e.getSQLState() == null || !e.getSQLState().startsWith("22")) {
                throw e;
            }
            return new SourceEntry.Quarantined(
                    type,
                    origin,
                    at,
                    "value: what stands there is no value of its type, such as NaN. Correct it in NextCRM");
        }
    }

    private String id(ResultSet row) throws SQLException {
        if (idPlaces.size() == 1) {
            return row.getString(idPlaces.get(0));
        }
        StringBuilder id = new StringBuilder();
        for (int place : idPlaces) {
            id.append(id.isEmpty() ? "" : ":").append(row.getString(place));
        }
        return id.toString();
    }
}
