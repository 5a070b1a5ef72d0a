package dev.crmmigration.engine.internal.budget;

import dev.crmmigration.api.budget.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An allowance of which every stretch of its length counts, wherever it begins. */
final class RollingAllowance implements Window {

    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private final ServerClock server;
    private final RollingWindow window;
    private Allowance allowance;
    private Instant blockedUntil = Instant.MIN;

    RollingAllowance(Allowance allowance, ServerClock server) {
        this.allowance = allowance;
        this.server = server;
        this.window = new RollingWindow(allowance.window());
    }

    @Override
    public Allowance allowance() {
        return allowance;
    }

    @Override
    public void redeclare(Allowance next) {
        allowance = next;
    }

    @Override
    public long spent(Instant now) {
        long used = window.used(now);
        return blockedUntil.isAfter(now) ? Math.max(used, allowance.units()) : used;
    }

    @Override
    public Instant freeAt(long units, Instant now) {
        long tooMuch = window.used(now) + units - allowance.units();
        Instant freed = tooMuch <= 0 ? now : window.freedAt(tooMuch, now);
        return later(freed, blockedUntil);
    }

    @Override
    public void begin(long units, Instant now) {
        window.begin(units);
    }

    @Override
    public void settle(long units, Instant now) {
        window.settle(units, now);
    }

    /** What the platform counts beyond what we count was spent by others. */
    @Override
    public void learn(long remaining, Optional<Instant> resetsAt, Instant serverTime, Instant now) {
        long byOthers = remaining(now) - remaining;
        Instant full = now.plus(allowance.window());
        Instant until = resetsAt.map(server::toOurs).orElse(full);
        if (!until.isAfter(now)) {
            return;
        }
        if (byOthers > 0) {
            window.hold(byOthers, until);
        }
        // Nothing left is no surprise if we spent it: then units come back one by one, and waiting for all is a waste.
        boolean isSurprise = byOthers > 0 || until.isAfter(full.plus(ROUNDING));
        if (remaining == 0 && isSurprise) {
            blockedUntil = later(blockedUntil, until);
        }
    }

    @Override
    public Optional<Instant> resetsAt(Instant now) {
        Optional<Instant> empty = window.emptyAt(now);
        return blockedUntil.isAfter(now) ? Optional.of(later(blockedUntil, empty.orElse(now))) : empty;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
