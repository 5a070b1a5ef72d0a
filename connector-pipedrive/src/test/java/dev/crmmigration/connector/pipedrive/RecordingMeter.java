package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts what is spent, lets everything pass unless told otherwise, and remembers what it was taught. */
final class RecordingMeter implements Meter {

    final List<Allowance> declared = new CopyOnWriteArrayList<>();
    final ConcurrentLinkedQueue<String> lessons = new ConcurrentLinkedQueue<>();
    final List<String> events = new CopyOnWriteArrayList<>();
    private final Map<String, Long> spent = new ConcurrentHashMap<>();
    private volatile Optional<Instant> refusal = Optional.empty();

    void refuseUntil(Instant moment) {
        refusal = Optional.of(moment);
    }

    long spent(String allowance) {
        return spent.getOrDefault(allowance, 0L);
    }

    @Override
    public void declare(List<Allowance> allowances) {
        events.add("declare");
        declared.clear();
        declared.addAll(allowances);
    }

    @Override
    public Optional<Instant> acquire(List<Cost> costs) {
        events.add("acquire");
        if (refusal.isEmpty()) {
            costs.forEach(cost -> spent.merge(cost.allowance(), cost.units(), Long::sum));
        }
        return refusal;
    }

    @Override
    public void learn(String allowance, long remaining, Optional<Instant> resetsAt, Instant serverTime) {
        lessons.add(allowance + " " + remaining + " "
                + resetsAt.map(Instant::toString).orElse("?"));
    }

    @Override
    public void serverTime(Instant now) {
        events.add("serverTime " + now);
    }
}
