package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/** Records by id, one call each, where they cannot be asked for by several ids. */
public final class SinglePages implements RecordReader.Pages {

    private final Function<String, Optional<CrmRecord>> reader;
    private final Queue<String> ids;

    /** @param reader reads one record; empty if it is gone */
    public SinglePages(Function<String, Optional<CrmRecord>> reader, List<String> ids) {
        this.reader = reader;
        this.ids = new ArrayDeque<>(ids);
    }

    @Override
    public List<CrmRecord> next() {
        while (!ids.isEmpty()) {
            Optional<CrmRecord> found = reader.apply(ids.element());
            ids.remove();
            if (found.isPresent()) {
                return List.of(found.get());
            }
        }
        return List.of();
    }
}
