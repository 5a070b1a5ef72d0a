package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.SourceEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Makes entries of the rows of one table. The select list and the reading of it stand side by side here. Immutable. */
final class RowReader {

    private static final int GONE = 1;
    private static final int CHANGED = 2;

    private final AppTable table;
    private final ObjectType type;
    private final List<CellReader> cells = new ArrayList<>();
    private final List<String> select = new ArrayList<>();
    private final List<Integer> idPlaces = new ArrayList<>();
    private final BitSet uuids = new BitSet();

    RowReader(AppTable table, PageOrder order, AppFields fields) {
        this.table = table;
        this.type = ObjectType.of(table.object());
        select.add(deleted());
        select.add(changed());
        order.columns().forEach(column -> select.add(text(column)));
        Relation relation = fields.schema().known(table.table());
        table.id().forEach(column -> idPlaces.add(add(Column.of(column, ColumnKind.WORD, column), relation)));
        for (Column column : table.columns()) {
            int place = add(column, relation);
            boolean hasSecond =
                    column.reads().size() > 1 && relation.has(column.reads().get(1));
            int second = hasSecond ? add(text("t." + Names.quoted(column.reads().get(1))), false) : 0;
            cells.add(new CellReader(table, column, place, second, fields));
        }
    }

    private static String text(String column) {
        return column + "::text";
    }

    private int add(Column column, Relation relation) {
        boolean isText = column.kind() != ColumnKind.YES_NO && column.kind() != ColumnKind.MOMENT;
        boolean isUuid = isText
                && column.sql().isEmpty()
                && Optional.ofNullable(relation.columns().get(column.reads().get(0)))
                        .filter(Relation.Shape::isUuid)
                        .isPresent();
        return add(column.expression(isUuid), isUuid);
    }

    /** What is selected already is not sent a second time. */
    private int add(String expression, boolean isUuid) {
        int known = select.indexOf(expression);
        if (known >= 0) {
            return known + 1;
        }
        select.add(expression);
        if (isUuid) {
            uuids.set(select.size() - 1);
        }
        return select.size();
    }

    /** Returns what takes in one row after the other. */
    CopiedRow row() {
        boolean[] isUuid = new boolean[select.size()];
        uuids.stream().forEach(place -> isUuid[place] = true);
        return new CopiedRow(isUuid);
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
        return moments.isEmpty() ? "NULL::timestamp" : "coalesce(" + String.join(", ", moments) + ")::timestamp";
    }

    String select() {
        return String.join(", ", select);
    }

    /** Returns the place of the first column that pages are told by in the select list. */
    int orderPlace() {
        return CHANGED + 1;
    }

    SourceEntry read(CopiedRow row, Origin origin) {
        String id = id(row);
        RecordRef ref = new RecordRef(type, id);
        if (row.isTrue(GONE)) {
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
        } catch (NumberFormatException e) {
            return new SourceEntry.Quarantined(
                    type,
                    origin,
                    at,
                    "value: what stands there is no value of its type, such as NaN. Correct it in NextCRM");
        }
    }

    private String id(CopiedRow row) {
        if (idPlaces.size() == 1) {
            return part(row, idPlaces.get(0));
        }
        StringBuilder id = new StringBuilder();
        for (int place : idPlaces) {
            id.append(id.isEmpty() ? "" : ":").append(part(row, place));
        }
        return id.toString();
    }

    private static String part(CopiedRow row, int place) {
        return String.valueOf(row.text(place));
    }
}
