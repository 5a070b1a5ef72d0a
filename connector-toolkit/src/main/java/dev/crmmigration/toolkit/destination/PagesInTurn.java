package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** One scan after the other. */
public final class PagesInTurn implements RecordReader.Pages {

    private final Queue<RecordReader.Pages> scans;

    public PagesInTurn(RecordReader.Pages... scans) {
        this.scans = new ArrayDeque<>(List.of(scans));
    }

    @Override
    public List<CrmRecord> next() {
        while (!scans.isEmpty()) {
            List<CrmRecord> page = scans.element().next();
            if (!page.isEmpty()) {
                return page;
            }
            scans.remove();
        }
        return List.of();
    }
}
