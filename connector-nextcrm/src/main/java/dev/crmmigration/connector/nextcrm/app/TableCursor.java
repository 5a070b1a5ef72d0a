package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import java.util.List;
import java.util.Optional;

/** Reads the tables of one object, one after the other. A later read begins anew, since it sees another snapshot. */
final class TableCursor implements RecordCursor {

    private final Database database;
    private final List<TablePages> tables;
    private final RebuiltTables rebuilt;
    private final Optional<Present> present;
    private PagePosition position = PagePosition.START;
    private boolean hasAside;

    /** @param present the ids of all that is there, if only what changed is given */
    TableCursor(Database database, List<TablePages> tables, RebuiltTables rebuilt, Optional<Present> present) {
        this.database = database;
        this.tables = tables;
        this.rebuilt = rebuilt;
        this.present = present;
    }

    @Override
    public List<SourceEntry> next() {
        while (position.part() < tables.size()) {
            TablePages table = tables.get(position.part());
            TablePages.Page page = database.read(
                    "reading table " + Names.quoted(table.table().table()),
                    connection -> table.page(connection, position));
            boolean isLast = page.last().isEmpty();
            if (isLast) {
                rebuilt.check(table.table().table());
            }
            position = isLast ? position.nextTable() : position.after(page.rows(), page.last());
            if (!page.entries().isEmpty()) {
                hasAside |= page.entries().stream().anyMatch(SourceEntry.Quarantined.class::isInstance);
                return page.entries();
            }
        }
        return List.of();
    }

    /** The record of a row that was put aside is there, so nothing can be said about what is missing. */
    @Override
    public Coverage coverage() {
        if (hasAside) {
            return Coverage.PARTIAL;
        }
        return present.isPresent() ? Coverage.CHANGES : Coverage.FULL;
    }

    @Override
    public Optional<Present> present() {
        return present;
    }
}
