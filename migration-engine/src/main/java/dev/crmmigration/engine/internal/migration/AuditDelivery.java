package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.audit.AuditContext;
import dev.crmmigration.api.audit.AuditEvent;
import dev.crmmigration.api.audit.AuditSink;
import dev.crmmigration.api.audit.AuditTrail;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.internal.audit.AuditChain;
import dev.crmmigration.engine.internal.audit.AuditHead;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.journal.Journal.Event;
import dev.crmmigration.engine.internal.store.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Derives the audit trail from the journal: events are chained and delivered after they are durable here. */
final class AuditDelivery implements AutoCloseable {

    private final Journal journal;
    private final AuditSink sink;
    private final AuditContext context;
    private @Nullable AuditTrail trail;
    private @Nullable AuditChain chain;

    AuditDelivery(Journal journal, AuditSink sink, Workspace workspace) {
        this.journal = journal;
        this.sink = sink;
        this.context = new AuditContext(String.valueOf(workspace.folder().getFileName()), workspace.folder());
    }

    /** Delivers everything that is not delivered yet. */
    void deliver() {
        journal.database().checkHeld();
        AuditTrail open = trail();
        AuditChain events = chain(open);
        List<Event> page = journal.events(open.lastSequence());
        while (!page.isEmpty()) {
            for (Event event : page) {
                AuditEvent chained = events.next(event.at(), event.kind(), event.attributes());
                open.record(chained);
            }
            page = journal.events(page.get(page.size() - 1).sequence());
        }
        open.flush();
        AuditHead head = events.head();
        journal.fact("audit", head.sequence() + " " + head.hash());
    }

    private AuditTrail trail() {
        if (trail == null) {
            trail = sink.open(Settings.none(), context);
        }
        return trail;
    }

    private AuditChain chain(AuditTrail open) {
        if (chain == null) {
            chain = AuditChain.after(new AuditHead(open.lastSequence(), open.lastHash()));
        }
        return chain;
    }

    @Override
    public void close() {
        if (trail != null) {
            trail.close();
            trail = null;
        }
    }
}
