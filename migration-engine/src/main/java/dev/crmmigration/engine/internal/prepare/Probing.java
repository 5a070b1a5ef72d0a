package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Preflight.Probe;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.Waiter;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Creates the destination's probe, looks for it as a verification would, and deletes it. What is made is in the journal
 * before it is sent, so that a probe that a crash left behind is found and deleted by the next attempt.
 */
public final class Probing {

    private static final String DONE = "probe";
    private static final String SENT = "sent ";
    private static final String MADE = "made ";
    private static final String PASSED = "passed";
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final DestinationSession destination;
    private final RecordReader reader;
    private final Catalog account;
    private final Canon canon;
    private final Journal journal;
    private final Clock clock;
    private final Clock serverClock;
    private final Waiter waiter;

    public Probing(
            DestinationSession destination,
            RecordReader reader,
            Catalog account,
            Journal journal,
            Clock clock,
            Clock serverClock,
            Waiter waiter) {
        this.destination = destination;
        this.reader = reader;
        this.account = account;
        this.canon = new Canon(destination, account);
        this.journal = journal;
        this.clock = clock;
        this.serverClock = serverClock;
        this.waiter = waiter;
    }

    /**
     * Tries the probe, once for every migration.
     *
     * @return why nothing may be written; empty if all is well
     * @throws RetryableConnectorException if the account did not answer; the next attempt clears up
     */
    public Optional<String> run(Probe probe) {
        String state = journal.fact(DONE).orElse("");
        if (state.equals(PASSED)) {
            return Optional.empty();
        }
        if (!state.isEmpty()) {
            clearUp(probe, state);
        }
        return create(probe);
    }

    private Optional<String> create(Probe probe) {
        Instant now = serverClock.instant();
        journal.fact(DONE, SENT + now.toEpochMilli());
        WriteOutcome outcome = destination
                .writer()
                .write(List.of(new Write.Create(id(), probe.type(), probe.fields())))
                .get(0);
        return outcome.match(
                written -> look(probe, written.ref(), now),
                accepted -> {
                    throw unanswered();
                },
                rejected -> {
                    journal.forget(DONE);
                    return Optional.of("the account refused a first record (" + rejected.errors()
                            + "): look at the rights of the token's user");
                },
                postponed -> {
                    journal.forget(DONE);
                    throw postponed.reason() == WriteOutcome.Reason.BUDGET
                            ? RetryableConnectorException.budgetGone(
                                    "the budget of the account is gone", postponed.notBefore())
                            : RetryableConnectorException.notBefore(
                                    "the account takes no record now", postponed.notBefore());
                },
                inDoubt -> {
                    throw unanswered();
                });
    }

    private static RetryableConnectorException unanswered() {
        return RetryableConnectorException.of(
                "the account did not answer when a first record was tried. Call prepare again", null);
    }

    private static EffectId id() {
        return EffectId.of("Preflight", RecordRef.of("probe", "1"));
    }

    private Optional<String> look(Probe probe, RecordRef ref, Instant sent) {
        journal.fact(DONE, MADE + ref.id());
        waitUntilVisible(probe.type());
        boolean seen = find(probe, sent).filter(ref::equals).isPresent();
        delete(ref);
        if (!seen) {
            journal.forget(DONE);
            return Optional.of("the token does not see a record that it has just written, so nothing could be verified:"
                    + " give its user the right to see all records, or use the token of another user");
        }
        journal.fact(DONE, PASSED);
        return Optional.empty();
    }

    private void waitUntilVisible(ObjectType type) {
        Duration delay = account.object(type)
                .map(ObjectDescription::traits)
                .map(traits -> traits.visibleAfter())
                .orElse(Duration.ZERO);
        try {
            waiter.sleepUntil(clock.instant().plus(delay));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What an interrupted attempt left behind: a known record, or one that may be there. */
    private void clearUp(Probe probe, String state) {
        if (state.startsWith(MADE)) {
            delete(new RecordRef(probe.type(), state.substring(MADE.length())));
        } else {
            waitUntilVisible(probe.type());
            find(probe, Instant.ofEpochMilli(Long.parseLong(state.substring(SENT.length()))))
                    .ifPresent(this::delete);
        }
        journal.forget(DONE);
    }

    private Optional<RecordRef> find(Probe probe, Instant since) {
        TreeSet<String> keys = new TreeSet<>(probe.fields().keySet());
        String wanted = canon.fingerprint(probe.type(), probe.fields(), keys);
        RecordReader.Pages pages = reader.scan(new ScanRequest.ChangedSince(probe.type(), since.minus(SKEW)));
        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            for (CrmRecord record : page) {
                if (canon.fingerprint(probe.type(), record.fields(), keys).equals(wanted)) {
                    return Optional.of(record.ref());
                }
            }
        }
        return Optional.empty();
    }

    private void delete(RecordRef ref) {
        WriteOutcome outcome =
                destination.writer().write(List.of(new Write.Delete(id(), ref))).get(0);
        if (!(outcome instanceof WriteOutcome.Written)) {
            throw RetryableConnectorException.of(
                    "the record that was tried could not be deleted yet (" + ref + "). Call prepare again", null);
        }
        journal.event("probed", Map.of("record", ref.toString()));
    }
}
