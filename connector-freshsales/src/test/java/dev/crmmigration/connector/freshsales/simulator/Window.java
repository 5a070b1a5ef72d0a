package dev.crmmigration.connector.freshsales.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** Counts the calls of an hour or a minute, which begin on the clock or with the oldest call that still counts. Not thread-safe. */
final class Window {

    private final int size;
    private final Duration length;
    private final boolean isRolling;
    private final ArrayDeque<Instant> calls = new ArrayDeque<>();

    /**
     * Creates an empty window.
     *
     * @param size the calls that it takes; 0 for any number
     */
    Window(int size, Duration length, boolean isRolling) {
        this.size = size;
        this.length = length;
        this.isRolling = isRolling;
    }

    int size() {
        return size;
    }

    boolean isFull(Instant now) {
        return size > 0 && remaining(now) == 0;
    }

    void add(Instant now) {
        if (size > 0) {
            calls.add(now);
        }
    }

    int remaining(Instant now) {
        Instant start = isRolling ? now.minus(length) : begin(now).minusNanos(1);
        for (Instant first = calls.peek(); first != null && !first.isAfter(start); first = calls.peek()) {
            calls.remove();
        }
        return Math.max(0, size - calls.size());
    }

    /** Returns when a full window takes a call again. */
    Instant reset(Instant now) {
        Instant first = calls.peek();
        if (!isRolling) {
            return begin(now).plus(length);
        }
        return first == null ? now : first.plus(length);
    }

    private Instant begin(Instant now) {
        long seconds = now.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, length.toSeconds()));
    }
}
