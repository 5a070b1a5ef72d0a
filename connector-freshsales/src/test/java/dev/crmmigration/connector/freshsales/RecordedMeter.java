package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Grants every call, and keeps what it was told. */
final class RecordedMeter implements Meter {

    final List<Allowance> declared = new CopyOnWriteArrayList<>();
    final List<String> lessons = new CopyOnWriteArrayList<>();
    final AtomicLong calls = new AtomicLong();

    @Override
    public void declare(List<Allowance> allowances) {
        declared.addAll(allowances);
    }

    @Override
    public Optional<Instant> acquire(List<Cost> costs) {
        calls.incrementAndGet();
        return Optional.empty();
    }

    @Override
    public void learn(String allowance, long remaining, Optional<Instant> resetsAt, Instant serverTime) {
        lessons.add(allowance + " " + remaining + " "
                + resetsAt.map(Instant::toString).orElse("?"));
    }

    @Override
    public void serverTime(Instant now) {}
}
