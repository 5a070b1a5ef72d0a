package dev.crmmigration.testkit.reference;

import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives rows page by page, each by a call of its own. A page that fails is given by the next call. */
final class ReferenceCursor implements RecordCursor {

    private final ReadRequest request;
    private final ReferenceRecords records;
    private final int pageSize;
    private final Runnable call;
    private int given;

    ReferenceCursor(ReadRequest request, ReferenceRecords records, int pageSize, Runnable call) {
        this.request = request;
        this.records = records;
        this.pageSize = pageSize;
        this.call = call;
        this.given = request.from().map(Integer::parseInt).orElse(0);
    }

    @Override
    public List<SourceEntry> next() {
        call.run();
        List<ReferenceRecords.Row> rows = records.all(request.type());
        List<SourceEntry> page = new ArrayList<>();
        int next = given;
        for (; next < rows.size() && page.size() < pageSize; next++) {
            if (rows.get(next).isGiven(request.changedSince())) {
                page.add(entry(rows.get(next), next + 1));
            }
        }
        given = next;
        return page;
    }

    private SourceEntry entry(ReferenceRecords.Row row, long line) {
        Origin origin = new Origin(request.type().name(), line);
        if (row.deleted().isPresent()) {
            return new SourceEntry.Deleted(row.deleted().get(), origin);
        }
        return row.record()
                .<SourceEntry>map(record -> new SourceEntry.Read(record, origin, row.version(), row.repairs()))
                .orElseGet(() -> new SourceEntry.Quarantined(
                        request.type(), origin, "", "unreadable: the row is no record. Mend it in the account"));
    }

    @Override
    public Optional<String> position() {
        return Optional.of(Integer.toString(given));
    }

    /** Told to whoever asks for changes, in one page. Broken rows are added as such and never were records. */
    @Override
    public Optional<Present> present() {
        if (request.changedSince().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> pages = new ArrayList<>();
        pages.add(records.all(request.type()).stream()
                .flatMap(row -> row.record().stream())
                .map(record -> record.ref().id())
                .distinct()
                .toList());
        return Optional.of(() -> pages.isEmpty() ? List.of() : pages.remove(0));
    }

    /** A row that is put aside may be a record that was there before: then nothing is said of what is missing. */
    @Override
    public Coverage coverage() {
        List<ReferenceRecords.Row> rows = records.all(request.type());
        if (rows.isEmpty() || rows.stream().anyMatch(ReferenceRecords.Row::isBroken)) {
            return Coverage.PARTIAL;
        }
        return request.changedSince().isPresent() ? Coverage.CHANGES : Coverage.FULL;
    }
}
