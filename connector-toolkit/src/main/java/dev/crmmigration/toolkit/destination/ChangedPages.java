package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was created or changed since a moment, in two passes, each from the newest down to that moment: by creation, where
 * the platform's list by change shows what is new only later, and by change.
 *
 * <p>A record that changes while the second pass reads several pages moves to the front and is missed. So that pass is
 * made again, down to the newest change that it saw before, until it fits on one page or sees none that is newer. Records
 * may be given twice.
 *
 * @param <C> a call of the platform
 */
public final class ChangedPages<C> implements RecordReader.Pages {

    private final Lists<C> lists;
    private Instant since;
    private Pass pass;
    private boolean sorted = true;
    private Instant newest;
    private @Nullable C next;

    public ChangedPages(Lists<C> lists, Instant since) {
        this.lists = lists;
        this.pass = lists.byNewest().isPresent() ? Pass.CREATED : Pass.CHANGED;
        // Times of platforms have no fractions: what changed in the same second may be shown as older
        this.since = since.truncatedTo(ChronoUnit.SECONDS);
        this.newest = this.since;
    }

    /**
     * The lists of one object.
     *
     * @param <C> a call of the platform
     */
    public interface Lists<C> {

        /** Returns the call for the first page of all, newest first; empty if the other list shows new ones at once. */
        Optional<C> byNewest();

        /** Returns the order in which that list gives the records. */
        Comparator<CrmRecord> newestFirst();

        /** Returns the call for the first page of all, last changed first. */
        C byChange();

        /** Returns when a record was changed, if it tells. */
        Optional<Instant> changedAt(CrmRecord record);

        Page<C> read(C call);
    }

    private enum Pass {
        CREATED,
        CHANGED,
        OVER
    }

    @Override
    public List<CrmRecord> next() {
        while (pass != Pass.OVER) {
            List<CrmRecord> records = page();
            if (!records.isEmpty()) {
                return records;
            }
        }
        return List.of();
    }

    private List<CrmRecord> page() {
        boolean isFirst = next == null;
        Page<C> page = lists.read(next == null ? start() : next);
        List<CrmRecord> records = page.records();
        sorted &= isSorted(records);
        List<CrmRecord> changed = records.stream().filter(this::isChanged).toList();
        // A server that does not sort as asked is read to the end: fewer must never be given
        boolean reachedOlder = sorted && changed.size() < records.size();
        if (isFirst && pass == Pass.CHANGED) {
            newest = records.stream()
                    .flatMap(record -> lists.changedAt(record).stream())
                    .max(Comparator.naturalOrder())
                    .orElse(since);
        }
        next = reachedOlder ? null : page.next().orElse(null);
        if (next == null) {
            nextPass(isFirst);
        }
        return changed;
    }

    private C start() {
        return pass == Pass.CREATED ? lists.byNewest().orElseGet(lists::byChange) : lists.byChange();
    }

    private boolean isSorted(List<CrmRecord> records) {
        Comparator<CrmRecord> order = pass == Pass.CREATED
                ? lists.newestFirst()
                : Comparator.comparing(
                                (CrmRecord record) -> lists.changedAt(record).orElse(Instant.MIN))
                        .reversed();
        for (int i = 1; i < records.size(); i++) {
            if (order.compare(records.get(i - 1), records.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private void nextPass(boolean fitOnOnePage) {
        boolean nothingMoved = fitOnOnePage || !newest.isAfter(since);
        if (!sorted || (pass == Pass.CHANGED && nothingMoved)) {
            pass = Pass.OVER;
        } else if (pass == Pass.CREATED) {
            pass = Pass.CHANGED;
        } else {
            since = newest;
        }
    }

    private boolean isChanged(CrmRecord record) {
        return lists.changedAt(record).map(at -> !at.isBefore(since)).orElse(true);
    }
}
