package dev.crmmigration.connector.freshsales.simulator;

import dev.crmmigration.testkit.simulator.Refusal;
import dev.crmmigration.testkit.simulator.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The calls per hour and per minute of a whole account, reads too. Safe for use by several threads. */
final class Limits {

    private final FreshsalesSettings settings;
    private final Clock clock;
    private final Ledger ledger;
    private final Window hour;
    private final Window minute;

    Limits(FreshsalesSettings settings, Clock clock, Ledger ledger) {
        this.settings = settings;
        this.clock = clock;
        this.ledger = ledger;
        boolean isRolling = settings.is(Switch.WINDOW, "rolling");
        this.hour = new Window(settings.callsPerHour(), Duration.ofHours(1), isRolling);
        this.minute = new Window(settings.quantity(Quantity.CALLS_PER_MINUTE), Duration.ofMinutes(1), isRolling);
    }

    /** Lets a call in and counts it, or says why not. */
    synchronized Optional<Refusal> admit(Endpoint endpoint) {
        Instant now = clock.instant();
        if (settings.isOn(Switch.LIMITS)) {
            if (hour.isFull(now)) {
                ledger.violation();
                return Optional.of(Refusal.BUDGET);
            }
            if (minute.isFull(now)) {
                ledger.violation();
                return Optional.of(Refusal.BURST);
            }
            hour.add(now);
            minute.add(now);
        }
        ledger.count(now, endpoint);
        return Optional.empty();
    }

    /** Returns the headers of every answer; the tighter of the two windows shows. */
    synchronized Map<String, String> headers() {
        if (!settings.isOn(Switch.LIMITS)) {
            return Map.of();
        }
        Instant now = clock.instant();
        boolean isMinute = minute.size() > 0 && minute.remaining(now) < hour.remaining(now);
        return headers(isMinute ? minute : hour, (isMinute ? minute : hour).remaining(now), now);
    }

    /** Refuses a call; there is no {@code Retry-After}. */
    synchronized Reply refusal(Refusal reason) {
        Instant now = clock.instant();
        return Reply.html(429, "").withHeaders(headers(reason == Refusal.BURST ? minute : hour, 0, now));
    }

    private Map<String, String> headers(Window window, int remaining, Instant now) {
        Instant reset = window.reset(now);
        long seconds =
                Math.max(1, Duration.between(now, reset).plusNanos(999_999_999).toSeconds());
        boolean isEpoch = settings.is(Switch.RATE_RESET, "epoch");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-ratelimit-limit", Integer.toString(window.size()));
        headers.put("x-ratelimit-remaining", Integer.toString(remaining));
        headers.put("x-ratelimit-reset", Long.toString(isEpoch ? now.getEpochSecond() + seconds : seconds));
        return headers;
    }

    synchronized int remainingThisHour() {
        return hour.remaining(clock.instant());
    }
}
