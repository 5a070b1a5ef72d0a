package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import java.util.ArrayList;
import java.util.List;

/** Gives the records that transactions told of. */
final class FoldedCursor implements RecordCursor {

    private static final int PAGE = 500;

    private final List<CrmRecord> records;
    private final Coverage coverage;
    private int at;

    FoldedCursor(List<CrmRecord> records, Coverage coverage) {
        this.records = records;
        this.coverage = coverage;
    }

    @Override
    public List<SourceEntry> next() {
        List<SourceEntry> page = new ArrayList<>();
        while (at < records.size() && page.size() < PAGE) {
            CrmRecord record = records.get(at++);
            page.add(SourceEntry.Read.of(
                    record, new Origin("transactions (" + record.ref().type() + ")", at)));
        }
        return page;
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }
}
