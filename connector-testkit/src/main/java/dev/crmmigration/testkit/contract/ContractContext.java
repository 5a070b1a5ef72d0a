package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a connector is lent in tests: a clock on which nobody waits, and a meter for every account that lets every call
 * pass and remembers what it took. Thread-safe.
 *
 * <pre>{@code
 * SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-03-02T09:00:00Z"));
 * SourceSession session = source.open(settings, ContractContext.on(clock));
 * }</pre>
 */
public final class ContractContext implements ConnectorContext {

    private final Clock clock;
    private final Passing passing;
    private final HttpSettings http;
    private final Map<String, RecordingMeter> meters = new ConcurrentHashMap<>();

    private ContractContext(Clock clock, Passing passing, HttpSettings http) {
        this.clock = clock;
        this.passing = passing;
        this.http = http;
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Passing {
        void pass(Duration time) throws InterruptedException;
    }

    /** Returns a context whose waits advance the clock; give the same clock to the simulator. */
    public static ContractContext on(SimulatorClock clock) {
        return on(clock, HttpSettings.DEFAULT);
    }

    /** Returns a context whose waits advance the clock, with the host's wishes for HTTP calls. */
    public static ContractContext on(SimulatorClock clock, HttpSettings http) {
        return new ContractContext(clock, clock::advance, http);
    }

    static ContractContext of(ContractAccount account) {
        return new ContractContext(account.clock(), account::pass, account.http());
    }

    static ContractContext of(ContractSource source) {
        return new ContractContext(source.clock(), source::pass, source.http());
    }

    /** Returns the units that calls took from all meters so far, by the name of the allowance; none that is zero. */
    public Map<String, Long> spent() {
        Map<String, Long> sum = new TreeMap<>();
        meters.values().forEach(meter -> meter.spent().forEach((name, units) -> sum.merge(name, units, Long::sum)));
        sum.values().removeIf(units -> units == 0);
        return sum;
    }

    Map<String, RecordingMeter> meters() {
        return meters;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void sleepUntil(Instant moment) throws InterruptedException {
        Duration rest = Duration.between(clock.instant(), moment);
        if (!rest.isNegative() && !rest.isZero()) {
            passing.pass(rest);
        }
    }

    @Override
    public Meter meter(String name) {
        return meters.computeIfAbsent(name, any -> new RecordingMeter());
    }

    @Override
    public HttpSettings http() {
        return http;
    }
}
