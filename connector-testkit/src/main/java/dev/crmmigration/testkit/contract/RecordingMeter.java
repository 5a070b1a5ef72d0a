package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lets every call pass and remembers what it took. Thread-safe. */
final class RecordingMeter implements Meter {

    private final Map<String, Long> spent = new TreeMap<>();
    private List<Allowance> declared = List.of();

    /** Returns what was taken so far, by allowance. */
    synchronized Map<String, Long> spent() {
        return Map.copyOf(spent);
    }

    synchronized List<Allowance> declared() {
        return declared;
    }

    @Override
    public synchronized void declare(List<Allowance> allowances) {
        declared = List.copyOf(allowances);
    }

    @Override
    public synchronized Optional<Instant> acquire(List<Cost> costs) {
        costs.forEach(cost -> spent.merge(cost.allowance(), cost.units(), Long::sum));
        return Optional.empty();
    }

    @Override
    public void learn(String allowance, long remaining, Optional<Instant> resetsAt, Instant serverTime) {}

    @Override
    public void serverTime(Instant now) {}
}
