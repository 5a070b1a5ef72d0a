package dev.crmmigration.engine.internal.audit;

import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.api.audit.AuditTrail;
import java.util.ArrayList;
import java.util.List;

/** Adds events to the table in transactions of some hundreds. */
final class JdbcAuditTrail implements AuditTrail {

    private static final int BATCH = 500;

    private final JdbcAuditTable table;
    private final List<JdbcAuditTable.Row> batch = new ArrayList<>();
    private AuditHead recorded;
    private AuditHead durable;
    private boolean closed;

    private JdbcAuditTrail(JdbcAuditTable table, AuditHead head) {
        this.table = table;
        this.recorded = head;
        this.durable = head;
    }

    static JdbcAuditTrail open(JdbcAuditTable table) {
        long last = table.last();
        if (last == 0) {
            return new JdbcAuditTrail(table, AuditHead.NONE);
        }
        return new JdbcAuditTrail(
                table,
                table.head(last)
                        .filter(head -> head.sequence() == last)
                        .orElseThrow(() -> new AuditTrailException(
                                "the table of audit sink 'jdbc' does not end with an event. Verify it, and put a copy"
                                        + " in its place.",
                                null)));
    }

    @Override
    public long lastSequence() {
        return durable.sequence();
    }

    @Override
    public String lastHash() {
        return durable.hash();
    }

    @Override
    public void record(AuditEvent event) {
        if (!recorded.isFollowedBy(event)) {
            throw new IllegalArgumentException(
                    "event " + event.sequence() + " does not follow event " + recorded.sequence() + " of the table");
        }
        batch.add(new JdbcAuditTable.Row(event.sequence(), event.line(), event.hash()));
        recorded = AuditHead.of(event);
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    @Override
    public void flush() {
        if (!batch.isEmpty()) {
            table.add(batch);
            batch.clear();
            durable = recorded;
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            table.close();
        }
    }
}
