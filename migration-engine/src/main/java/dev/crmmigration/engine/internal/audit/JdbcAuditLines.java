package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditLines;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the table in pages, by number. */
final class JdbcAuditLines implements AuditLines {

    private static final int PAGE = 500;

    private final JdbcAuditTable table;
    private final boolean isThere;
    private long next = Long.MIN_VALUE;
    private Iterator<String> page = List.<String>of().iterator();

    JdbcAuditLines(JdbcAuditTable table) {
        this.table = table;
        this.isThere = table.isThere();
    }

    @Override
    public Optional<String> next() {
        // Numbers may have been changed: there may be gaps of any size, and numbers before the first.
        OptionalLong from = page.hasNext() || !isThere ? OptionalLong.empty() : table.firstFrom(next);
        if (from.isPresent()) {
            next = from.getAsLong() + PAGE;
            page = table.read(from.getAsLong(), next - 1).values().iterator();
        }
        return page.hasNext() ? Optional.of(page.next()) : Optional.empty();
    }

    @Override
    public void close() {
        table.close();
    }
}
