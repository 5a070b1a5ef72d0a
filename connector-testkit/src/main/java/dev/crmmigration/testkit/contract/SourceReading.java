package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a cursor gave from its first page to its end.
 *
 * @param pages the pages that were not empty
 * @param positions where the cursor stood before the first page and after each
 * @param coverage what the cursor said at its end
 */
record SourceReading(List<List<SourceEntry>> pages, List<Optional<String>> positions, Coverage coverage) {

    private static final int MOST_PAGES = 100_000;

    static SourceReading of(SourceSession session, ReadRequest request) {
        try (RecordCursor cursor = session.read(request)) {
            return of(cursor);
        }
    }

    static SourceReading of(RecordCursor cursor) {
        List<List<SourceEntry>> pages = new ArrayList<>();
        List<Optional<String>> positions = new ArrayList<>();
        positions.add(cursor.position());
        for (List<SourceEntry> page = cursor.next(); !page.isEmpty(); page = cursor.next()) {
            pages.add(List.copyOf(page));
            positions.add(cursor.position());
            if (pages.size() == MOST_PAGES) {
                throw new RuleBrokenException("there is no end after " + MOST_PAGES + " pages");
            }
        }
        return new SourceReading(pages, positions, cursor.coverage());
    }

    List<SourceEntry> entries() {
        return pages.stream().flatMap(List::stream).toList();
    }

    /** Returns the entries that are records. */
    List<SourceEntry.Read> reads() {
        return reads(entries());
    }

    static List<SourceEntry.Read> reads(List<SourceEntry> entries) {
        return entries.stream()
                .flatMap(entry ->
                        entry.match(Stream::of, quarantined -> Stream.<SourceEntry.Read>of(), deleted -> Stream.of()))
                .toList();
    }

    List<CrmRecord> records() {
        return reads().stream().map(SourceEntry.Read::record).toList();
    }

    /** Returns the rows that were put aside. */
    List<SourceEntry.Quarantined> aside() {
        return entries().stream()
                .flatMap(entry ->
                        entry.match(read -> Stream.<SourceEntry.Quarantined>of(), Stream::of, deleted -> Stream.of()))
                .toList();
    }

    /** Returns the records that are said to be no more. */
    List<RecordRef> deleted() {
        return entries().stream()
                .flatMap(entry -> entry.match(
                        read -> Stream.<RecordRef>of(), quarantined -> Stream.of(), one -> Stream.of(one.ref())))
                .toList();
    }

    /** Returns what is there: all but word of deletions. */
    List<SourceEntry> present() {
        return entries().stream()
                .filter(entry -> entry.match(read -> true, quarantined -> true, deleted -> false))
                .toList();
    }

    /** Returns where entries stand, in an order that does not depend on theirs. */
    static List<String> places(List<SourceEntry> entries) {
        return entries.stream().map(entry -> entry.origin().toString()).sorted().toList();
    }
}
