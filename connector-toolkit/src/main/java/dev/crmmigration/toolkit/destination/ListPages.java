package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one list after the other. Goes on only after a page was read, so that a failed call is repeated.
 *
 * @param <C> a call of the platform
 */
public final class ListPages<C> implements RecordReader.Pages {

    private final Function<C, Page<C>> reader;
    private final Queue<Supplier<C>> lists;
    private @Nullable C next;

    /** @param lists the calls for the first page of each */
    public ListPages(Function<C, Page<C>> reader, List<Supplier<C>> lists) {
        this.reader = reader;
        this.lists = new ArrayDeque<>(lists);
    }

    @Override
    public List<CrmRecord> next() {
        while (next != null || !lists.isEmpty()) {
            C call = next == null ? lists.element().get() : next;
            Page<C> page = reader.apply(call);
            if (next == null) {
                lists.remove();
            }
            next = page.next().orElse(null);
            if (!page.records().isEmpty()) {
                return page.records();
            }
        }
        return List.of();
    }
}
