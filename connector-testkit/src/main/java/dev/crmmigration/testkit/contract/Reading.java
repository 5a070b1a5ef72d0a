package dev.crmmigration.testkit.contract;

import static dev.crmmigration.testkit.contract.Rule.expect;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads records back, in the ways that an object has. */
final class Reading {

    /** How much longer than {@code visibleAfter} a check waits that is not about it. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int MOST_PAGES = 100_000;

    private final Probe probe;
    private final DestinationSession session;

    Reading(Probe probe) {
        this(probe, probe.session());
    }

    Reading(Probe probe, DestinationSession session) {
        this.probe = probe;
        this.session = session;
    }

    static boolean isReadable(ObjectDescription object) {
        return object.traits().readBack() != ReadBack.NONE;
    }

    static boolean hasPages(ObjectDescription object) {
        return object.traits().readBack() == ReadBack.PAGES;
    }

    /** Reads a scan to its end. */
    List<CrmRecord> scan(ScanRequest request) {
        return toEnd(session.reader().scan(request));
    }

    static List<CrmRecord> toEnd(RecordReader.Pages pages) {
        List<CrmRecord> records = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<CrmRecord> next = pages.next();
            if (next.isEmpty()) {
                return records;
            }
            records.addAll(next);
        }
        throw new RuleBrokenException("a scan has no end after " + MOST_PAGES + " pages");
    }

    /** Reads a scan that the connector need not offer; empty if it refuses. */
    Optional<List<CrmRecord>> offered(ScanRequest request) {
        try {
            return Optional.of(scan(request));
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Returns the scans that read a record back in the way that its traits declare; the first that is offered counts. */
    List<ScanRequest> ways(Made record) {
        ObjectType type = record.type();
        ScanRequest byIds = new ScanRequest.ByIds(type, List.of(record.ref().id()));
        return switch (probe.object(type).traits().readBack()) {
            case PAGES -> List.of(byIds, new ScanRequest.All(type));
            case BY_IDS -> List.of(byIds);
            case BY_PARENT ->
                parent(record).stream()
                        .<ScanRequest>map(parent -> new ScanRequest.OfParents(type, List.of(parent)))
                        .toList();
            case NONE -> List.of();
        };
    }

    /** Returns the record by which one is read back: the one that its first required reference refers to. */
    Optional<RecordRef> parent(Made record) {
        return parent(record.type(), record.sent());
    }

    private Optional<RecordRef> parent(ObjectType type, Map<String, FieldValue> sent) {
        List<FieldDescription> references = probe.object(type).fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .toList();
        return references.stream()
                .filter(FieldDescription::required)
                .findFirst()
                .map(List::of)
                .orElse(references)
                .stream()
                .flatMap(field -> Optional.ofNullable(sent.get(field.key())).stream())
                .flatMap(value -> value.value().stream())
                .map(RecordRef.class::cast)
                .findFirst();
    }

    /** Returns a record as it is now; empty if it is not there. */
    Optional<CrmRecord> now(Made record) {
        for (ScanRequest way : ways(record)) {
            Optional<List<CrmRecord>> found = offered(way);
            if (found.isPresent()) {
                return in(found.get(), record.ref());
            }
        }
        return Optional.empty();
    }

    static Optional<CrmRecord> in(List<CrmRecord> records, RecordRef ref) {
        return records.stream().filter(record -> record.ref().equals(ref)).findFirst();
    }

    static long times(List<CrmRecord> records, RecordRef ref) {
        return records.stream().filter(record -> record.ref().equals(ref)).count();
    }

    /** Returns a record after a write, when it is as expected or the patience is over. */
    Optional<CrmRecord> settled(Made record, Predicate<CrmRecord> expected) {
        probe.settle(record.type());
        Optional<CrmRecord> found = now(record);
        if (found.filter(expected).isPresent()) {
            return found;
        }
        probe.pass(PATIENCE);
        return now(record);
    }

    /** Returns a record that another rule says can be read back. */
    CrmRecord given(Made record) {
        return Probe.tried("a " + record.type() + " cannot be read back", () -> settled(record, any -> true))
                .orElseThrow(() -> new NotCheckableException(
                        "a " + record.type() + " that was written is not found again. Mend that first"));
    }

    /**
     * Returns the ids of the live records among which that of a create will be: by the platform itself, else by a scan;
     * empty if neither is there.
     */
    Optional<Set<String>> liveIds(Write create) {
        ObjectType type = create.type();
        Optional<Set<String>> known = probe.account().liveIds(type);
        Optional<ScanRequest> scan = switch (probe.object(type).traits().readBack()) {
            case PAGES -> Optional.of(new ScanRequest.All(type));
            case BY_PARENT ->
                parent(type, probe.sent(create)).map(parent -> new ScanRequest.OfParents(type, List.of(parent)));
            case BY_IDS, NONE -> Optional.empty();
        };
        if (known.isPresent() || scan.isEmpty()) {
            return known;
        }
        probe.settle(type);
        probe.pass(PATIENCE);
        Set<String> ids = new TreeSet<>();
        scan(scan.get()).forEach(record -> ids.add(record.ref().id()));
        return Optional.of(ids);
    }

    /** Reads a scan that must be offered. */
    List<CrmRecord> required(ScanRequest request) {
        Optional<List<CrmRecord>> found = offered(request);
        expect(
                found.isPresent(),
                "the reader refuses the scan " + request.getClass().getSimpleName());
        return found.orElse(List.of());
    }
}
