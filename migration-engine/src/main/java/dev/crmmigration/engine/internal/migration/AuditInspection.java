package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.audit.AuditLines;
import dev.crmmigration.api.error.MigrationException;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.AuditEntries;
import dev.crmmigration.engine.AuditErasure;
import dev.crmmigration.engine.AuditReport;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.audit.AuditChain;
import dev.crmmigration.engine.internal.audit.AuditHead;
import dev.crmmigration.engine.internal.audit.AuditTrailException;
import dev.crmmigration.engine.internal.audit.AuditVerification;
import dev.crmmigration.engine.internal.audit.AuditVerifier;
import dev.crmmigration.engine.internal.audit.ExpectedTrail;
import dev.crmmigration.engine.internal.audit.FileAuditSink;
import dev.crmmigration.engine.internal.journal.EventLog;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.journal.Journal.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Verifies the trail in every sink, shows it with what its hashes stand for, and erases that. */
final class AuditInspection {

    private static final int MOST_NAMED = 100;

    private final AuditDelivery audit;
    private final EventLog log;
    private final Journal journal;
    private final Path workspace;
    private final List<PublicKey> keys;

    AuditInspection(AuditDelivery audit, Journal journal, Path workspace, List<PublicKey> keys) {
        this.audit = audit;
        this.log = audit.log();
        this.journal = journal;
        this.workspace = workspace;
        this.keys = keys;
    }

    /** Verifies a copy of a trail that nothing else is known of. */
    static AuditReport verify(Path file, List<PublicKey> keys) {
        AuditVerification verification = AuditVerifier.verify(file, ExpectedTrail.UNKNOWN, keys);
        return report(List.of(trail("file", Optional.of(verification), 0)));
    }

    /** Verifies every sink as it is, and mends nothing. */
    AuditReport verify() {
        audit.seal();
        List<AuditReport.Trail> trails = new ArrayList<>();
        for (SinkDelivery sink : audit.sinks()) {
            trails.add(trail(sink.target().label(), verification(sink), log.last()));
        }
        return report(trails);
    }

    private Optional<AuditVerification> verification(SinkDelivery sink) {
        ExpectedTrail expected = ExpectedTrail.derived(
                new Heads(log.sealedAfter(0)), sink.delivered().sequence());
        if (sink.target().sink() instanceof FileAuditSink) {
            Path file = workspace.resolve(FileAuditSink.FILE_NAME);
            return Optional.of(
                    Files.exists(file)
                            ? AuditVerifier.verify(file, expected, keys)
                            : AuditVerifier.verify(NOTHING, expected, keys));
        }
        try {
            return sink.target()
                    .sink()
                    .read(sink.target().settings(), sink.context())
                    .map(lines -> AuditVerifier.verify(lines, expected, keys));
        } catch (MigrationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AuditTrailException(
                    "audit sink '" + sink.target().label() + "' cannot be read back: it failed with "
                            + e.getClass().getSimpleName() + ".",
                    e);
        }
    }

    /** A file that is missing holds no event. */
    private static final AuditLines NOTHING = new AuditLines() {
        @Override
        public Optional<String> next() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private static AuditReport.Trail trail(String sink, Optional<AuditVerification> verification, long recorded) {
        if (verification.isEmpty()) {
            return new AuditReport.Trail(sink, false, 0, 0, 0, "", 0, List.of(), false);
        }
        return verification
                .get()
                .match(
                        intact -> new AuditReport.Trail(
                                sink,
                                true,
                                intact.head().sequence(),
                                Math.max(0, recorded - intact.head().sequence()),
                                0,
                                "",
                                intact.signatures().upTo(),
                                intact.signatures().keys(),
                                intact.signatures().checked()),
                        broken -> new AuditReport.Trail(
                                sink, true, 0, 0, broken.line(), broken.message(), 0, List.of(), false));
    }

    private static AuditReport report(List<AuditReport.Trail> trails) {
        List<String> reasons = trails.stream()
                .filter(trail -> !trail.problem().isEmpty())
                .map(trail -> "audit sink '" + trail.sink() + "': " + trail.problem())
                .toList();
        AuditReport.Trail first = trails.stream()
                .filter(trail -> !trail.problem().isEmpty())
                .findFirst()
                .orElse(trails.get(0));
        StepResult result = reasons.isEmpty() ? StepResult.COMPLETE : StepResult.of(Completion.BROKEN, reasons);
        return new AuditReport(result, first.events(), first.position(), first.problem(), trails);
    }

    /** Shows events from a sequence on, with the plain text that was not erased. */
    AuditEntries entries(long from, int count) {
        audit.seal();
        List<AuditEntries.Entry> entries = new ArrayList<>();
        Iterator<Event> events = log.sealedAfter(Math.max(0, from - 1));
        while (events.hasNext() && entries.size() < count) {
            Event event = events.next();
            Map<String, String> attributes = new TreeMap<>(event.attributes());
            attributes.replaceAll((name, value) -> audit.values().revealed(value));
            entries.add(new AuditEntries.Entry(event.sequence(), event.at(), event.kind(), attributes));
        }
        return new AuditEntries(StepResult.COMPLETE, log.last(), entries);
    }

    /** Erases what the hashes of an owner stand for. */
    AuditErasure erase(String owner) {
        audit.deliver();
        List<String> tokens = new ArrayList<>();
        names(owner).forEach(name -> tokens.addAll(audit.values().erase(name)));
        if (tokens.isEmpty()) {
            return new AuditErasure(
                    StepResult.of(
                            Completion.WAITS,
                            List.of("the audit holds no plain text of that name; it was erased before, or it is written"
                                    + " in another way: see audit show")),
                    0);
        }
        journal.event(
                "erased",
                Map.of(
                        "count", String.valueOf(tokens.size()),
                        "erased",
                                String.join(
                                        " ", tokens.stream().limit(MOST_NAMED).toList())));
        audit.deliver();
        return new AuditErasure(StepResult.COMPLETE, tokens.size());
    }

    /** What names a record of the source may name it by the mark of its id. */
    private static Set<String> names(String owner) {
        Set<String> names = new LinkedHashSet<>(List.of(owner));
        int colon = owner.indexOf(':');
        boolean isRecord = colon > 0 && !owner.substring(0, colon).isBlank();
        if (isRecord && !owner.substring(colon + 1).isBlank()) {
            names.add(RecordRef.of(owner.substring(0, colon), owner.substring(colon + 1))
                    .toString());
        }
        return names;
    }

    /** The trail as it is derived from the journal. */
    private static final class Heads implements Iterator<AuditHead> {

        private final Iterator<Event> events;
        private final AuditChain chain = AuditChain.after(AuditHead.NONE);

        Heads(Iterator<Event> events) {
            this.events = events;
        }

        @Override
        public boolean hasNext() {
            return events.hasNext();
        }

        @Override
        public AuditHead next() {
            Event event = events.next();
            chain.next(event.at(), event.kind(), event.attributes());
            return chain.head();
        }
    }
}
