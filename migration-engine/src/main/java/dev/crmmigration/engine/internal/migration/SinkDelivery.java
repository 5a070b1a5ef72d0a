package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.audit.AuditContext;
import dev.crmmigration.api.audit.AuditTrail;
import dev.crmmigration.api.error.MigrationException;
import dev.crmmigration.engine.internal.audit.AuditChain;
import dev.crmmigration.engine.internal.audit.AuditHead;
import dev.crmmigration.engine.internal.audit.AuditTrailException;
import dev.crmmigration.engine.internal.journal.EventLog;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.journal.Journal.Event;
import dev.crmmigration.engine.internal.store.Workspace;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Delivers the trail to one sink: on from the last event that the sink holds, none twice. */
final class SinkDelivery implements AutoCloseable {

    private final AuditSetup.Target target;
    private final Journal journal;
    private final EventLog log;
    private final Workspace workspace;
    private @Nullable AuditTrail trail;
    private AuditChain chain = AuditChain.after(AuditHead.NONE);

    SinkDelivery(AuditSetup.Target target, Journal journal, EventLog log, Workspace workspace) {
        this.target = target;
        this.journal = journal;
        this.log = log;
        this.workspace = workspace;
    }

    AuditSetup.Target target() {
        return target;
    }

    AuditContext context() {
        AuditHead delivered = delivered();
        return new AuditContext(
                String.valueOf(workspace.folder().getFileName()),
                workspace.folder(),
                delivered.sequence(),
                delivered.hash());
    }

    /** Returns the end of what was delivered, as the journal knows it. */
    AuditHead delivered() {
        String[] head = journal.fact(fact()).orElse("0 ").split(" ", 2);
        return new AuditHead(Long.parseLong(head[0]), head[1]);
    }

    private String fact() {
        return "audit delivered to " + target.label();
    }

    /**
     * Delivers all sealed events that the sink does not hold.
     *
     * @return the end of the trail
     * @throws MigrationException if the sink fails; it is opened again the next time
     */
    AuditHead deliver() {
        try {
            AuditTrail open = trail == null ? open() : trail;
            AuditHead before = chain.head();
            for (Iterator<Event> events = log.sealedAfter(before.sequence()); events.hasNext(); ) {
                Event event = events.next();
                open.record(chain.next(event.at(), event.kind(), event.attributes()));
            }
            if (!chain.head().equals(before) || !delivered().equals(before)) {
                open.flush();
                journal.fact(
                        fact(), chain.head().sequence() + " " + chain.head().hash());
            }
            return chain.head();
        } catch (MigrationException e) {
            abandon();
            throw e;
        } catch (RuntimeException e) {
            abandon();
            throw failure(e);
        }
    }

    private AuditTrailException failure(RuntimeException cause) {
        return new AuditTrailException(
                "audit sink '" + target.label() + "' failed with "
                        + cause.getClass().getSimpleName()
                        + ". What it does not hold yet stays in the journal: mend the sink, then call the step again.",
                cause);
    }

    private AuditTrail open() {
        AuditTrail opened = target.sink().open(target.settings(), context());
        trail = opened;
        AuditHead end = new AuditHead(opened.lastSequence(), opened.lastHash());
        AuditHead known = delivered();
        chain = AuditChain.after(end.sequence() >= known.sequence() ? known : AuditHead.NONE);
        Iterator<Event> events = log.sealedAfter(chain.head().sequence());
        while (chain.head().sequence() < end.sequence() && events.hasNext()) {
            Event event = events.next();
            chain.next(event.at(), event.kind(), event.attributes());
        }
        if (!chain.head().equals(end)) {
            throw new AuditTrailException(
                    "audit sink '" + target.label() + "' ends with an event that is not event " + end.sequence()
                            + " of this migration: it was changed, or it is the trail of another one. Verify the audit,"
                            + " and put a copy in its place.",
                    null);
        }
        if (end.sequence() < known.sequence()) {
            restore(end, known);
        }
        return opened;
    }

    /** The trail has lost its end: it is delivered again, and the trail says so. */
    private void restore(AuditHead end, AuditHead known) {
        journal.event(
                "audit restored",
                Map.of(
                        "sink", target.label(),
                        "from", String.valueOf(end.sequence() + 1),
                        "to", String.valueOf(known.sequence())));
    }

    /** What was begun is thrown away. A sink that has failed may fail again here, which adds nothing. */
    private void abandon() {
        try {
            close();
        } catch (RuntimeException e) {
            trail = null;
        }
    }

    @Override
    public void close() {
        AuditTrail open = trail;
        trail = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (MigrationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }
}
