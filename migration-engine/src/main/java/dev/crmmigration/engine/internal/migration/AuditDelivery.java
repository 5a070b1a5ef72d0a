package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.audit.AuditSigner;
import dev.crmmigration.api.error.MigrationException;
import dev.crmmigration.engine.internal.audit.AuditHead;
import dev.crmmigration.engine.internal.audit.AuditTrailException;
import dev.crmmigration.engine.internal.audit.AuditValues;
import dev.crmmigration.engine.internal.audit.SignedRoot;
import dev.crmmigration.engine.internal.journal.EventLog;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.journal.Journal.Event;
import dev.crmmigration.engine.internal.store.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Derives the audit trail from the journal: events that are durable are sealed, chained, delivered to every sink, and
 * signed.
 */
final class AuditDelivery implements AutoCloseable {

    /** While a step runs: so many events may wait to be delivered. */
    private static final int WAITING = 1_000;

    /** While a step runs: so long may they wait. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    /** While a step runs: so many events may wait to be signed. */
    private static final int UNSIGNED = 1000;

    private static final String SIGNED = "audit signed";

    private final Journal journal;
    private final EventLog log;
    private final Workspace workspace;
    private final Clock clock;
    private final Optional<AuditSigner> signer;
    private final List<SinkDelivery> sinks = new ArrayList<>();
    private @Nullable AuditValues values;
    private Instant delivered = Instant.EPOCH;

    AuditDelivery(Journal journal, AuditSetup setup, Workspace workspace, Clock clock) {
        this.journal = journal;
        this.log = new EventLog(journal);
        this.workspace = workspace;
        this.clock = clock;
        this.signer = setup.signer();
        setup.targets().forEach(target -> sinks.add(new SinkDelivery(target, journal, log, workspace)));
    }

    EventLog log() {
        return log;
    }

    List<SinkDelivery> sinks() {
        return sinks;
    }

    /** Returns what the hashes in the trail stand for. */
    AuditValues values() {
        AuditValues open = values;
        if (open == null) {
            open = AuditValues.open(workspace.folder());
            values = open;
        }
        return open;
    }

    /**
     * Delivers everything that is not delivered yet, and signs the end.
     *
     * @throws MigrationException if a sink or the signer fails; the other sinks have got everything
     */
    void deliver() {
        journal.database().checkHeld();
        deliverAndSign(1);
    }

    /** Delivers what has come together while a step runs; cheap if called often. */
    void follow() {
        Instant now = clock.instant();
        if (now.isAfter(delivered.plus(WAIT)) || log.last() - log.sealed() >= WAITING) {
            deliverAndSign(UNSIGNED);
        }
    }

    private void deliverAndSign(int most) {
        AuditHead head = deliverToAll();
        if (signer.isPresent() && head.sequence() - signed() >= most && sign(head, signer.get())) {
            deliverToAll();
        }
        delivered = clock.instant();
    }

    private AuditHead deliverToAll() {
        AuditHead head = AuditHead.NONE;
        do {
            seal();
            MigrationException failure = null;
            for (SinkDelivery sink : sinks) {
                try {
                    head = sink.deliver();
                } catch (MigrationException e) {
                    failure = failure == null ? e : failure;
                }
            }
            if (failure != null) {
                throw failure;
            }
        } while (log.sealed() < log.last());
        return head;
    }

    /** Makes events fit to leave the workspace; what they hide is durable before they are changed. */
    void seal() {
        List<Event> events = log.unsealed();
        while (!events.isEmpty()) {
            log.seal(events, values().sealed(events));
            events = log.unsealed();
        }
    }

    /** Returns the sequence of the last signed root. */
    private long signed() {
        return journal.fact(SIGNED).map(Long::parseLong).orElse(0L);
    }

    /** Adds the signature of the end; it must come right after it. */
    private boolean sign(AuditHead head, AuditSigner with) {
        Map<String, String> root = root(head, with);
        boolean[] added = {false};
        journal.database().transaction(() -> {
            if (log.last() == head.sequence()) {
                journal.event(SignedRoot.KIND, root);
                journal.fact(SIGNED, String.valueOf(log.last()));
                added[0] = true;
            }
        });
        return added[0];
    }

    private static Map<String, String> root(AuditHead head, AuditSigner signer) {
        try {
            return SignedRoot.attributes(head, signer);
        } catch (RuntimeException e) {
            throw new AuditTrailException(
                    "the audit trail cannot be signed: the signer failed with "
                            + e.getClass().getSimpleName() + ". Look at the key, then call the step again.",
                    e);
        }
    }

    /** Closes all sinks, also if one fails. */
    @Override
    public void close() {
        MigrationException failure = null;
        for (SinkDelivery sink : sinks) {
            try {
                sink.close();
            } catch (MigrationException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (values != null) {
            values.close();
            values = null;
        }
        if (failure != null) {
            throw failure;
        }
    }
}
