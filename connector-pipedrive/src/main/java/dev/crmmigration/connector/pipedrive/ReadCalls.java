package dev.crmmigration.connector.pipedrive;

import java.util.List;

/**
 * The calls of a scan.
 *
 * @param calls how many
 * @param tokens what all of them take from the daily budget
 */
record ReadCalls(long calls, long tokens) {

    private static ReadCalls of(Operation operation, long calls) {
        return new ReadCalls(calls, Math.multiplyExact(operation.tokens(), calls));
    }

    /** Returns the calls for all records; of an object that hangs on others, as if each hung on one of its own. */
    static ReadCalls ofAll(PipedriveObject object, long records) {
        if (object.onlyParent().isPresent()) {
            return ofParents(object, records, records);
        }
        long size = object.pageSize();
        long calls = object.isV1() && records > size
                ? 1 + chunks(records - size, size - OffsetPages.OVERLAP)
                : Math.max(1, chunks(records, size));
        return of(object.operation("list"), calls).and(archive(object, 1));
    }

    static ReadCalls ofIds(PipedriveObject object, List<String> ids) {
        if (object.isNested()) {
            return ofParents(object, ids.size(), ids.size());
        }
        return object.isV1()
                ? of(object.operation("get"), ids.size())
                : of(object.operation("list"), chunks(ids.size(), Listing.IDS_PER_CALL));
    }

    static ReadCalls ofParents(PipedriveObject object, long parents, long records) {
        long lists = chunks(parents, Listing.parentsPerCall(object));
        return of(object.operation("list"), Math.max(lists, chunks(records, object.pageSize())))
                .and(archive(object, parents));
    }

    /** Archived records are on another list; how many there are is not known, so that one page is taken for enough. */
    private static ReadCalls archive(PipedriveObject object, long lists) {
        return object.hasArchive() ? of(object.operation("listArchived"), lists) : new ReadCalls(0, 0);
    }

    ReadCalls twice() {
        return and(this);
    }

    private ReadCalls and(ReadCalls other) {
        return new ReadCalls(calls + other.calls, tokens + other.tokens);
    }

    private static long chunks(long things, long size) {
        return (things + size - 1) / size;
    }
}
