package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.HttpSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the kit lends a connector: the account's clock, and one recording meter for every account. */
final class ContractContext implements ConnectorContext {

    private final ContractAccount account;
    private final Map<String, RecordingMeter> meters = new ConcurrentHashMap<>();

    ContractContext(ContractAccount account) {
        this.account = account;
    }

    /** Returns what was taken from all meters so far, by allowance; nothing that is zero. */
    Map<String, Long> spent() {
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
        return account.clock();
    }

    @Override
    public void sleepUntil(Instant moment) throws InterruptedException {
        Duration rest = Duration.between(clock().instant(), moment);
        if (!rest.isNegative() && !rest.isZero()) {
            account.pass(rest);
        }
    }

    @Override
    public Meter meter(String name) {
        return meters.computeIfAbsent(name, any -> new RecordingMeter());
    }

    @Override
    public HttpSettings http() {
        return account.http();
    }
}
