package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import java.util.List;
import java.util.Optional;

/** Reads the tables of one object, one after the other. */
final class TableCursor implements RecordCursor {

    private final Database database;
    private final List<TablePages> tables;
    private final RebuiltTables rebuilt;
    private final boolean isChanges;
    private PagePosition position;
    private boolean hasAside;
    private boolean hasStarted;

    TableCursor(
            Database database,
            List<TablePages> tables,
            RebuiltTables rebuilt,
            Optional<PagePosition> from,
            boolean isChanges) {
        this.database = database;
        this.tables = tables;
        this.rebuilt = rebuilt;
        this.isChanges = isChanges;
        this.position = from.orElse(new PagePosition(database.mark(), 0, 0, List.of()));
        this.hasStarted = from.isPresent();
    }

    @Override
    public List<SourceEntry> next() {
        while (position.part() < tables.size()) {
            TablePages table = tables.get(position.part());
            TablePages.Page page = database.read(
                    "reading table " + Names.quoted(table.table().table()),
                    connection -> table.page(connection, position.key(), position.rows()));
            boolean isLast = page.lastKey().isEmpty();
            if (isLast) {
                rebuilt.check(table.table().table());
            }
            position = isLast
                    ? new PagePosition(database.mark(), position.part() + 1, 0, List.of())
                    : new PagePosition(database.mark(), position.part(), position.rows() + page.rows(), page.lastKey());
            if (!page.entries().isEmpty()) {
                hasStarted = true;
                hasAside |= page.entries().stream().anyMatch(SourceEntry.Quarantined.class::isInstance);
                return page.entries();
            }
        }
        return List.of();
    }

    @Override
    public Optional<String> position() {
        return hasStarted ? Optional.of(position.toString()) : Optional.empty();
    }

    /** The record of a row that was put aside is there, so nothing can be said about what is missing. */
    @Override
    public Coverage coverage() {
        if (isChanges) {
            return hasAside ? Coverage.PARTIAL : Coverage.CHANGES;
        }
        return hasAside ? Coverage.PARTIAL : Coverage.FULL;
    }
}
