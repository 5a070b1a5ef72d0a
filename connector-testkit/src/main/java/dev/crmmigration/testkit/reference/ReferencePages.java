package dev.crmmigration.testkit.reference;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import java.util.List;
import java.util.function.Supplier;

/** Pages of a scan, each by a call of its own. A page that fails is given by the next call. */
final class ReferencePages implements RecordReader.Pages {

    private final Supplier<List<CrmRecord>> call;
    private int given;
    private boolean over;

    ReferencePages(Supplier<List<CrmRecord>> call) {
        this.call = call;
    }

    @Override
    public List<CrmRecord> next() {
        if (over) {
            return List.of();
        }
        List<CrmRecord> found = call.get();
        int end = Math.min(found.size(), given + ReferencePricing.PAGE);
        List<CrmRecord> page = found.subList(Math.min(given, end), end);
        given = end;
        over = end == found.size();
        return page;
    }
}
