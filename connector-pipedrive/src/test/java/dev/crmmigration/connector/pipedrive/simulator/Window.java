package dev.crmmigration.connector.pipedrive.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** Counts the requests of the last seconds, to the nanosecond. Not thread-safe. */
final class Window {

    private final int size;
    private final Duration length;
    private final ArrayDeque<Instant> requests = new ArrayDeque<>();

    Window(int size, Duration length) {
        this.size = size;
        this.length = length;
    }

    int size() {
        return size;
    }

    boolean isFull(Instant now) {
        return remaining(now) == 0;
    }

    void add(Instant now) {
        requests.add(now);
    }

    int remaining(Instant now) {
        Instant start = now.minus(length);
        for (Instant first = requests.peek(); first != null && !first.isAfter(start); first = requests.peek()) {
            requests.remove();
        }
        return Math.max(0, size - requests.size());
    }

    long secondsToReset(Instant now) {
        Instant first = requests.peek();
        if (first == null) {
            return length.toSeconds();
        }
        Duration left = Duration.between(now, first.plus(length));
        return Math.max(1, left.plusNanos(999_999_999).toSeconds());
    }
}
