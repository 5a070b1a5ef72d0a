package dev.crmmigration.connector.pipedrive.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The index of update times, which learns of a change only some time later, as the real one does.
 *
 * <p>Not thread-safe.
 */
final class LaggingIndex {

    private final Clock clock;
    private final Duration lag;
    private final TimeIndex index = new TimeIndex();
    private final Map<Long, Long> indexedTimes = new HashMap<>();
    private final ArrayDeque<Change> pending = new ArrayDeque<>();

    LaggingIndex(Clock clock, Duration lag) {
        this.clock = clock;
        this.lag = lag;
    }

    void changed(long id, long updateTime) {
        if (lag.isZero()) {
            apply(id, updateTime);
        } else {
            pending.add(new Change(clock.instant().plus(lag), id, updateTime));
        }
    }

    /** Returns the index as it is now. */
    TimeIndex current() {
        Instant now = clock.instant();
        for (Change next = pending.peek(); next != null && !next.dueAt().isAfter(now); next = pending.peek()) {
            pending.remove();
            apply(next.id(), next.updateTime());
        }
        return index;
    }

    /** Returns the update time that the index knows, in seconds since 1970, or {@code null} if it does not know the record yet. */
    @Nullable
    Long timeOf(long id) {
        return indexedTimes.get(id);
    }

    private void apply(long id, long updateTime) {
        Long old = indexedTimes.put(id, updateTime);
        if (old != null) {
            index.remove(old, id);
        }
        index.add(updateTime, id);
    }

    private record Change(Instant dueAt, long id, long updateTime) {}
}
