package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceEntry.Quarantined;
import dev.crmmigration.api.source.SourceSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Sources that lose pages or rows, or tell a wrong story of them. */
final class SourcePageDeviations {

    private SourcePageDeviations() {}

    static List<SourceDeviation> all() {
        return List.of(
                SourceDeviation.cursor("S17", "begins again after the end", SourcePageDeviations::endless),
                SourceDeviation.cursor("S18", "has one record of every object", SourcePageDeviations::inventive),
                SourceDeviation.cursor("S18", "says FULL of what it lacks", SourcePageDeviations::fullOfNothing),
                positioned("S19", "stands a row too early", row -> Math.max(0, row - 1)),
                positioned("S19", "stands a row too late", row -> row + 1),
                SourceDeviation.cursor("S20", "gives up for good", (request, cursor) -> failing(cursor, false)),
                SourceDeviation.cursor("S20", "skips the page that failed", (request, cursor) -> failing(cursor, true)),
                SourceRecordDeviations.covers(
                        "S21", "says CHANGES of everything", (since, coverage) -> Coverage.CHANGES),
                SourceDeviation.cursor("S22", "leaves ties out", SourcePageDeviations::withoutTies),
                SourceDeviation.session("S23", "says CHANGES and gives everything", Everything::new),
                SourceRecordDeviations.covers(
                        "S23", "says FULL of what changed", (since, coverage) -> since ? Coverage.FULL : coverage),
                SourceDeviation.session("S25", "tells deletions to everybody", Haunted::new),
                present("S41", "forgets somebody who is there", ids -> ids.subList(1, ids.size())),
                present("S41", "counts somebody who is not there", ids -> {
                    List<String> more = new ArrayList<>(ids);
                    IntStream.range(0, 50).forEach(number -> more.add("nobody " + number));
                    return more;
                }),
                SourceDeviation.pages(
                        "S24",
                        "tells nobody of deletions",
                        page -> page.stream()
                                .filter(entry -> entry.match(read -> true, quarantined -> true, deleted -> false))
                                .toList()),
                SourceDeviation.pages(
                        "S26",
                        "loses a row",
                        page -> page.stream()
                                .filter(entry -> entry.origin().line() != 5)
                                .toList()),
                aside("S27", "ends at a row that it cannot read", row -> {
                    throw new IllegalStateException("a broken row");
                }),
                aside("S27", "leaves out what it cannot read", row -> List.of()),
                aside(
                        "S27",
                        "does not say where the row stands",
                        row -> List.of(new Quarantined(
                                row.type(), new Origin(row.origin().file(), 999), row.column(), row.rule()))),
                aside(
                        "S27",
                        "does not say what to do",
                        row -> List.of(new Quarantined(row.type(), row.origin(), "", "unreadable"))),
                aside(
                        "S28",
                        "shows what stands in a row",
                        row -> List.of(new Quarantined(
                                row.type(),
                                row.origin(),
                                row.column(),
                                "unreadable: it says " + ReferenceContractSource.SECRET_TEXT))),
                SourceDeviation.cursor("S29", "says FULL although a row is missing", SourcePageDeviations::alwaysFull));
    }

    private static SourceDeviation present(String rule, String what, UnaryOperator<List<String>> change) {
        return SourceDeviation.cursor(rule, what, (request, cursor) -> new SourceForwarding.ToCursor(cursor) {
            @Override
            public Optional<Present> present() {
                return super.present().map(ids -> () -> {
                    List<String> page = ids.next();
                    return page.isEmpty() ? page : change.apply(page);
                });
            }
        });
    }

    private static RecordCursor endless(ReadRequest request, RecordCursor cursor) {
        return new SourceForwarding.ToCursor(cursor) {
            private List<SourceEntry> last = List.of();
            private boolean over;

            @Override
            public List<SourceEntry> next() {
                if (over) {
                    return last;
                }
                List<SourceEntry> page = super.next();
                over = page.isEmpty();
                last = over ? last : page;
                return page;
            }
        };
    }

    private static boolean isKnown(ReadRequest request) {
        return List.of(ReferenceContractSource.COMPANY, ReferenceContractSource.CONTACT)
                .contains(request.type());
    }

    private static RecordCursor inventive(ReadRequest request, RecordCursor cursor) {
        if (isKnown(request)) {
            return cursor;
        }
        List<SourceEntry> page = new ArrayList<>();
        page.add(SourceEntry.Read.of(
                CrmRecord.builder(request.type().name(), "1").build(), new Origin("made up", 1)));
        return () -> {
            List<SourceEntry> given = List.copyOf(page);
            page.clear();
            return given;
        };
    }

    private static RecordCursor fullOfNothing(ReadRequest request, RecordCursor cursor) {
        return isKnown(request) ? cursor : covering(cursor, Coverage.FULL);
    }

    private static RecordCursor alwaysFull(ReadRequest request, RecordCursor cursor) {
        return isKnown(request) && request.changedSince().isEmpty() ? covering(cursor, Coverage.FULL) : cursor;
    }

    private static RecordCursor covering(RecordCursor cursor, Coverage coverage) {
        return new SourceForwarding.ToCursor(cursor) {
            @Override
            public Coverage coverage() {
                return coverage;
            }
        };
    }

    private static SourceDeviation positioned(String rule, String what, UnaryOperator<Integer> change) {
        return SourceDeviation.cursor(rule, what, (request, cursor) -> new SourceForwarding.ToCursor(cursor) {
            @Override
            public Optional<String> position() {
                return super.position()
                        .map(row -> change.apply(Integer.valueOf(row)).toString());
            }
        });
    }

    private static RecordCursor failing(RecordCursor cursor, boolean skips) {
        return new SourceForwarding.ToCursor(cursor) {
            private boolean hasFailed;

            @Override
            public List<SourceEntry> next() {
                try {
                    List<SourceEntry> page = super.next();
                    page = hasFailed && !page.isEmpty() ? super.next() : page;
                    hasFailed = false;
                    return page;
                } catch (RetryableConnectorException e) {
                    hasFailed = skips;
                    if (skips) {
                        throw e;
                    }
                    throw new FatalConnectorException("the page cannot be had");
                }
            }
        };
    }

    /** Reads what changed since ever where all is asked for, and so what was deleted as well. */
    private static final class Haunted extends SourceForwarding.ToSession {

        Haunted(SourceSession other) {
            super(other);
        }

        @Override
        public RecordCursor read(ReadRequest request) {
            Optional<Instant> since = request.changedSince().or(() -> Optional.of(Instant.EPOCH));
            RecordCursor cursor = super.read(new ReadRequest(request.type(), request.from(), since));
            Coverage coverage = super.read(request).coverage();
            return covering(cursor, coverage);
        }
    }

    private static RecordCursor withoutTies(ReadRequest request, RecordCursor cursor) {
        Optional<Instant> since = request.changedSince();
        return new SourceForwarding.ToCursor(cursor) {
            @Override
            public List<SourceEntry> next() {
                List<SourceEntry> page = super.next();
                while (!page.isEmpty()) {
                    List<SourceEntry> later = page.stream()
                            .filter(entry -> since.isEmpty() || isAfter(entry, since.get()))
                            .toList();
                    if (!later.isEmpty()) {
                        return later;
                    }
                    page = super.next();
                }
                return page;
            }
        };
    }

    private static boolean isAfter(SourceEntry entry, Instant moment) {
        return entry.match(
                read -> read.record()
                        .value("changed_at")
                        .filter(changed -> ((Instant) changed).isAfter(moment))
                        .isPresent(),
                quarantined -> true,
                deleted -> true);
    }

    /** Reads what changed since ever whatever the moment is, and says CHANGES. */
    private static final class Everything extends SourceForwarding.ToSession {

        Everything(SourceSession other) {
            super(other);
        }

        @Override
        public RecordCursor read(ReadRequest request) {
            if (request.changedSince().isEmpty()) {
                return super.read(request);
            }
            Optional<Instant> everSince = Optional.of(Instant.EPOCH);
            return covering(super.read(new ReadRequest(request.type(), request.from(), everSince)), Coverage.CHANGES);
        }
    }

    private static SourceDeviation aside(String rule, String what, Function<Quarantined, List<SourceEntry>> change) {
        return SourceDeviation.pages(
                rule,
                what,
                page -> page.stream()
                        .flatMap(
                                entry -> entry
                                        .match(read -> List.<SourceEntry>of(read), change, deleted -> List.of(deleted))
                                        .stream())
                        .toList());
    }
}
