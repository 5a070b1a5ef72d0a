package dev.crmmigration.engine.internal.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was spent within the last stretch of one length. A call counts from the moment it is let go until one length
 * after its reply, because nobody knows when between the two the platform counted it. Not thread-safe.
 *
 * <p>Moments at which units leave are rounded up to a thousandth of the length: never too early, and at most about a
 * thousand of them are kept, however many calls are made.
 */
final class RollingWindow {

    private static final int GRAINS = 1_000;

    private final Duration length;
    private final long grainMicros;
    private final TreeMap<Long, Long> leaving = new TreeMap<>();
    private long counted;
    private long inFlight;
    private Instant latest = Instant.EPOCH;

    RollingWindow(Duration length) {
        this.length = length;
        this.grainMicros = Math.max(1, micros(Instant.EPOCH.plus(length)) / GRAINS);
    }

    /** Returns the units that count at {@code now}. */
    long used(Instant now) {
        advance(now);
        return counted + inFlight;
    }

    /** Returns when so many units will be fewer, as far as is known now: calls in flight may take longer. */
    Instant freedAt(long units, Instant now) {
        advance(now);
        long freed = 0;
        for (Map.Entry<Long, Long> entry : leaving.entrySet()) {
            freed += entry.getValue();
            if (freed >= units) {
                return moment(entry.getKey());
            }
        }
        return now.plus(length);
    }

    /** Returns when nothing counts any more, or empty if nothing does already or calls are in flight. */
    Optional<Instant> emptyAt(Instant now) {
        advance(now);
        return leaving.isEmpty() || inFlight > 0 ? Optional.empty() : Optional.of(moment(leaving.lastKey()));
    }

    void begin(long units) {
        inFlight += units;
    }

    void settle(long units, Instant now) {
        advance(now);
        inFlight -= units;
        hold(units, now.plus(length));
    }

    /** Counts units until a moment. */
    void hold(long units, Instant until) {
        leaving.merge(-Math.floorDiv(-micros(until.plusNanos(999)), grainMicros), units, Long::sum);
        counted += units;
    }

    int size() {
        return leaving.size();
    }

    private void advance(Instant now) {
        if (now.isBefore(latest)) {
            putBack(Duration.between(now, latest));
        }
        latest = now;
        long passed = Math.floorDiv(micros(now), grainMicros);
        Iterator<Long> gone = leaving.headMap(passed, true).values().iterator();
        while (gone.hasNext()) {
            counted -= gone.next();
            gone.remove();
        }
    }

    /** The clock was put back: what was left to wait then is left to wait now. */
    private void putBack(Duration step) {
        long grains = micros(Instant.EPOCH.plus(step)) / grainMicros;
        TreeMap<Long, Long> earlier = new TreeMap<>();
        leaving.forEach((grain, units) -> earlier.put(grain - grains, units));
        leaving.clear();
        leaving.putAll(earlier);
    }

    private Instant moment(long grain) {
        return Instant.EPOCH.plus(grain * grainMicros, ChronoUnit.MICROS);
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
