package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.api.source.SourceEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** Sources whose records are not what the catalog says, or not the same every time. */
final class SourceRecordDeviations {

    private SourceRecordDeviations() {}

    static List<SourceDeviation> all() {
        return List.of(
                SourceDeviation.pages(
                        "S9",
                        "gives a record of another object",
                        page -> page.stream()
                                .map(entry -> renamed(entry, RecordRef.of("lead", "4")))
                                .toList()),
                SourceDeviation.second(
                        "S10",
                        "gives a field that the catalog lacks",
                        read -> SourceDeviation.with(read, "fax", "555-01")),
                SourceDeviation.second(
                        "S11", "gives a number as text", read -> SourceDeviation.with(read, "score", "10")),
                SourceDeviation.second(
                        "S11", "gives a text of two lines", read -> SourceDeviation.with(read, "email", "two\nlines")),
                SourceDeviation.second(
                        "S11",
                        "refers to another object than declared",
                        read -> SourceDeviation.with(read, "company", RecordRef.of("contact", "1"))),
                SourceDeviation.pages("S12", "gives the label of an option", SourceRecordDeviations::labelled),
                counting("S13", "makes up its keys"),
                swapping("S14", "gives rows with one key in any order"),
                SourceDeviation.second("S15", "counts lines from 0", read -> at(read, 0)),
                SourceDeviation.second("S15", "says the same place twice", read -> at(read, 1)),
                SourceDeviation.second(
                        "S16",
                        "repairs a field that the catalog lacks",
                        read -> repaired(read, new Repair("fax", "trimmed"))),
                SourceDeviation.second(
                        "S16",
                        "does not say by which rule it repaired",
                        read -> repaired(read, new Repair("email", ""))),
                SourceDeviation.second(
                        "S37",
                        "shows what it repaired",
                        read -> repaired(
                                read,
                                new Repair(
                                        "email",
                                        "mended " + read.record().value("email").orElseThrow()))));
    }

    private static List<SourceEntry> labelled(List<SourceEntry> page) {
        return page.stream()
                .map(entry -> entry.match(
                        read -> read.record()
                                        .value("size")
                                        .filter("small"::equals)
                                        .isPresent()
                                ? SourceDeviation.with(read, "size", "Small")
                                : read,
                        quarantined -> quarantined,
                        deleted -> (SourceEntry) deleted))
                .toList();
    }

    private static SourceDeviation counting(String rule, String what) {
        AtomicInteger count = new AtomicInteger();
        return SourceDeviation.cursor(rule, what, (request, cursor) -> {
            String id = "made-up-" + count.incrementAndGet();
            return new SourceForwarding.ToCursor(cursor) {
                @Override
                public List<SourceEntry> next() {
                    return super.next().stream()
                            .map(entry -> renamed(entry, RecordRef.of("contact", id)))
                            .toList();
                }

                @Override
                public Optional<Present> present() {
                    return Optional.empty();
                }
            };
        });
    }

    private static SourceEntry renamed(SourceEntry entry, RecordRef ref) {
        return entry.match(
                read -> read.record().ref().equals(RecordRef.of("contact", "4"))
                        ? SourceDeviation.with(
                                read, new CrmRecord(ref, read.record().fields()))
                        : read,
                quarantined -> quarantined,
                deleted -> deleted);
    }

    private static SourceDeviation swapping(String rule, String what) {
        Set<ObjectType> known = ConcurrentHashMap.newKeySet();
        return SourceDeviation.cursor(rule, what, (request, cursor) -> {
            boolean swaps = !known.add(request.type());
            return new SourceForwarding.ToCursor(cursor) {
                @Override
                public List<SourceEntry> next() {
                    List<SourceEntry> page = new ArrayList<>(super.next());
                    if (swaps) {
                        Collections.reverse(page);
                    }
                    return page;
                }
            };
        });
    }

    private static SourceEntry.Read at(SourceEntry.Read read, long line) {
        Origin place = new Origin(read.origin().file(), line);
        return new SourceEntry.Read(read.record(), place, read.version(), read.repairs());
    }

    private static SourceEntry.Read repaired(SourceEntry.Read read, Repair repair) {
        return new SourceEntry.Read(read.record(), read.origin(), read.version(), List.of(repair));
    }

    /** A cursor that says something else of its pages. */
    static SourceDeviation covers(String rule, String what, BiFunction<Boolean, Coverage, Coverage> change) {
        return SourceDeviation.cursor(rule, what, (request, cursor) -> new SourceForwarding.ToCursor(cursor) {
            @Override
            public Coverage coverage() {
                return change.apply(request.changedSince().isPresent(), super.coverage());
            }
        });
    }
}
