package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.destination.Attempt;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.RecordReader.Pages;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Resolution;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.testkit.reference.ReferenceAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Destinations that read something else than is there, or delete it badly. */
final class ReadDeviations {

    private ReadDeviations() {}

    static List<Deviation> all() {
        return List.of(
                Deviation.answers(
                        "D40",
                        "refuses a second delete",
                        (write, outcome) -> Outcomes.is(outcome, How.ALREADY_GONE)
                                ? WriteOutcome.Rejected.of(outcome.effect(), "", "NOT_FOUND", "It is gone.")
                                : outcome),
                Deviation.reader("D41", "gives by id what it once read", KeepsAll::new),
                Deviation.reader("D42", "reads the first page at once", ReadDeviations::eager),
                Deviation.reader(
                        "D43", "begins again after the end", reader -> request -> new BeginsAgain(reader, request)),
                Deviation.reader(
                        "D44",
                        "gives all records for some ids",
                        reader -> request -> reader.scan(
                                hasPages(request) && request instanceof ScanRequest.ByIds ? all(request) : request)),
                Deviation.reader(
                        "D44",
                        "gives all records for some parents",
                        reader -> request -> reader.scan(
                                hasPages(request) && request instanceof ScanRequest.OfParents
                                        ? all(request)
                                        : request)),
                Deviation.reader("D44", "gives other values in a scan of all", ReadDeviations::shortened),
                Deviation.reader("D45", "skips a page that failed", ReadDeviations::skipping),
                Deviation.reader("D46", "has one scan for all threads", OneScan::new),
                Deviation.reader(
                        "D57",
                        "prints the records of a page",
                        reader -> request -> new Printing(reader.scan(request), new ArrayList<>())),
                Deviation.writer("D55", "gives a record that is claimed", Remembers::new),
                Deviation.writer("D55", "leaves an attempt without an answer", ReadDeviations::silent));
    }

    private static boolean hasPages(ScanRequest request) {
        return List.of(ReferenceAccount.COMPANY, ReferenceAccount.PERSON).contains(request.type());
    }

    private static ScanRequest all(ScanRequest request) {
        return new ScanRequest.All(request.type());
    }

    private static RecordReader eager(RecordReader reader) {
        return request -> {
            Pages pages = reader.scan(request);
            List<List<CrmRecord>> first = new ArrayList<>(List.of(pages.next()));
            return () -> first.isEmpty() ? pages.next() : first.remove(0);
        };
    }

    private static RecordReader shortened(RecordReader reader) {
        return request -> {
            Pages pages = reader.scan(request);
            return request instanceof ScanRequest.All
                    ? () -> pages.next().stream().map(ReadDeviations::renamed).toList()
                    : pages;
        };
    }

    private static CrmRecord renamed(CrmRecord record) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(record.fields());
        fields.put("name", FieldValue.of("A name"));
        return new CrmRecord(record.ref(), fields);
    }

    private static RecordReader skipping(RecordReader reader) {
        return request -> {
            Pages pages = reader.scan(request);
            AtomicReference<Boolean> failed = new AtomicReference<>(false);
            return () -> {
                try {
                    if (failed.getAndSet(false)) {
                        pages.next();
                    }
                    return pages.next();
                } catch (RetryableConnectorException e) {
                    failed.set(true);
                    throw e;
                }
            };
        };
    }

    private record KeepsAll(RecordReader other, Map<RecordRef, CrmRecord> seen) implements RecordReader {

        KeepsAll(RecordReader other) {
            this(other, new ConcurrentHashMap<>());
        }

        @Override
        public Pages scan(ScanRequest request) {
            Pages pages = other.scan(request);
            Set<String> missing = new LinkedHashSet<>();
            if (request instanceof ScanRequest.ByIds byIds) {
                missing.addAll(byIds.ids());
            }
            return () -> {
                List<CrmRecord> page = pages.next();
                page.forEach(record -> seen.put(record.ref(), record));
                page.forEach(record -> missing.remove(record.ref().id()));
                return page.isEmpty() ? known(request, missing) : page;
            };
        }

        private List<CrmRecord> known(ScanRequest request, Set<String> missing) {
            List<CrmRecord> known = new ArrayList<>();
            missing.forEach(id -> Optional.ofNullable(seen.get(new RecordRef(request.type(), id)))
                    .ifPresent(known::add));
            missing.clear();
            return known;
        }
    }

    private static final class BeginsAgain implements Pages {

        private final RecordReader reader;
        private final ScanRequest request;
        private Pages pages;

        BeginsAgain(RecordReader reader, ScanRequest request) {
            this.reader = reader;
            this.request = request;
            this.pages = reader.scan(request);
        }

        @Override
        public List<CrmRecord> next() {
            List<CrmRecord> page = pages.next();
            if (page.isEmpty()) {
                pages = reader.scan(request);
            }
            return page;
        }
    }

    /** Keeps the scan under way in a field, for whatever thread comes. */
    private static final class OneScan implements RecordReader {

        private final RecordReader other;
        private final Thread owner = Thread.currentThread();
        private volatile Pages current = List::of;

        OneScan(RecordReader other) {
            this.other = other;
        }

        @Override
        public Pages scan(ScanRequest request) {
            if (Thread.currentThread() == owner) {
                current = other.scan(request);
            }
            return current;
        }

        @Override
        public Presence presence(RecordRef ref) {
            return other.presence(ref);
        }
    }

    private record Printing(Pages other, List<CrmRecord> given) implements Pages {

        @Override
        public List<CrmRecord> next() {
            List<CrmRecord> page = other.next();
            given.addAll(page);
            return page;
        }

        @Override
        public String toString() {
            return given.stream()
                    .flatMap(record -> record.fields().values().stream())
                    .map(value -> String.valueOf(value.value().orElse("")))
                    .toList()
                    .toString();
        }
    }

    private record Remembers(RecordWriter other, Map<Write, RecordRef> made) implements RecordWriter {

        Remembers(RecordWriter other) {
            this(other, new ConcurrentHashMap<>());
        }

        @Override
        public List<WriteOutcome> write(List<Write> batch) {
            List<WriteOutcome> outcomes = other.write(batch);
            Outcomes.written(outcomes.get(0)).ifPresent(written -> made.put(batch.get(0), written.ref()));
            return outcomes;
        }

        @Override
        public Optional<List<Resolution>> resolve(List<Attempt> attempts, Predicate<RecordRef> claimed) {
            return Optional.of(attempts.stream()
                    .map(attempt -> Optional.ofNullable(made.get(attempt.write()))
                            .<Resolution>map(ref -> new Resolution.Happened(ref, How.CREATED))
                            .orElseGet(Resolution.DidNotHappen::new))
                    .toList());
        }
    }

    private static RecordWriter silent(RecordWriter writer) {
        return new RecordWriter() {
            @Override
            public List<WriteOutcome> write(List<Write> batch) {
                return writer.write(batch);
            }

            @Override
            public Optional<List<Resolution>> resolve(List<Attempt> attempts, Predicate<RecordRef> claimed) {
                return Optional.of(List.of());
            }
        };
    }
}
