package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A meter that makes sure, as the last thing before a call, that the workspace is still ours: a process that stalled while
 * it waited for its turn, and lost the workspace to another one meanwhile, must not make the call any more.
 */
final class HeldMeter implements Meter {

    private final Meter meter;
    private final Runnable checkHeld;

    HeldMeter(Meter meter, Runnable checkHeld) {
        this.meter = meter;
        this.checkHeld = checkHeld;
    }

    @Override
    public void declare(List<Allowance> allowances) {
        meter.declare(allowances);
    }

    @Override
    public Optional<Instant> acquire(List<Cost> costs) throws InterruptedException {
        Optional<Instant> notBefore = meter.acquire(costs);
        checkHeld.run();
        return notBefore;
    }

    @Override
    public void learn(String allowance, long remaining, Optional<Instant> resetsAt, Instant serverTime) {
        meter.learn(allowance, remaining, resetsAt, serverTime);
    }

    @Override
    public void serverTime(Instant now) {
        meter.serverTime(now);
    }
}
