package dev.crmmigration.toolkit.http;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was asked and told. */
final class RecordedMeter implements Meter {

    final List<List<Cost>> acquired = new CopyOnWriteArrayList<>();
    final List<Instant> serverTimes = new CopyOnWriteArrayList<>();
    volatile Optional<Instant> refusal = Optional.empty();
    volatile boolean interrupts;

    @Override
    public void declare(List<Allowance> allowances) {}

    @Override
    public Optional<Instant> acquire(List<Cost> costs) throws InterruptedException {
        if (interrupts) {
            throw new InterruptedException();
        }
        acquired.add(costs);
        return refusal;
    }

    @Override
    public void learn(String allowance, long remaining, Optional<Instant> resetsAt, Instant serverTime) {}

    @Override
    public void serverTime(Instant now) {
        serverTimes.add(now);
    }
}
