package dev.crmmigration.connector.pipedrive.simulator;

import dev.crmmigration.testkit.simulator.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The limits of one token: a window of two seconds, one for searches, the company's budget of the day. Safe for use by several threads.
 */
final class Limits {

    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final int SEARCHES = 10;
    private static final Duration BLOCK = Duration.ofMinutes(1);

    private final PipedriveSettings settings;
    private final Clock clock;
    private final Window all;
    private final Window searches = new Window(SEARCHES, WINDOW);
    private final Ledger ledger;
    private int refusalsInARow;
    private Instant blockedUntil = Instant.MIN;

    Limits(PipedriveSettings settings, Clock clock, Ledger ledger) {
        this.settings = settings;
        this.clock = clock;
        this.ledger = ledger;
        this.all = new Window(settings.plan().burst(settings.isOauth()), WINDOW);
    }

    /** Lets a request in and charges for it, or says why not. */
    synchronized Optional<Refusal> admit(Endpoint endpoint) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!settings.isOn(Switch.LIMITS)) {
            ledger.charge(today, endpoint);
            return Optional.empty();
        }
        if (now.isBefore(blockedUntil)) {
            ledger.blocked();
            return Optional.of(Refusal.BLOCKED);
        }
        if (all.isFull(now) || (endpoint.isSearch() && searches.isFull(now))) {
            return refuse(now, Refusal.BURST);
        }
        if (ledger.spent(today) + endpoint.cost() > settings.dailyBudget()) {
            return refuse(now, Refusal.BUDGET);
        }
        refusalsInARow = 0;
        all.add(now);
        if (endpoint.isSearch()) {
            searches.add(now);
        }
        ledger.charge(today, endpoint);
        return Optional.empty();
    }

    private Optional<Refusal> refuse(Instant now, Refusal obstacle) {
        ledger.violation();
        refusalsInARow++;
        int tolerated = settings.quantity(Quantity.BLOCK_AFTER);
        if (tolerated > 0 && refusalsInARow >= tolerated) {
            blockedUntil = now.plus(BLOCK);
            refusalsInARow = 0;
        }
        return Optional.of(obstacle);
    }

    synchronized int windowSize() {
        return all.size();
    }

    /** Returns how many requests the window still takes. */
    synchronized int remaining() {
        return all.remaining(clock.instant());
    }

    /** Returns the whole seconds, at least one, until the window takes a request that it does not take now. */
    synchronized long secondsToReset() {
        return all.secondsToReset(clock.instant());
    }
}
