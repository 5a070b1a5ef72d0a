package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.HttpSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lends a clock, and one recording meter per account. Nothing in this connector waits. */
record TestContext(Clock clock, Map<String, RecordingMeter> meters, HttpSettings http) implements ConnectorContext {

    TestContext(Clock clock) {
        this(
                clock,
                new ConcurrentHashMap<>(),
                new HttpSettings(Optional.empty(), Optional.empty(), Duration.ofSeconds(10), Duration.ofSeconds(60)));
    }

    @Override
    public void sleepUntil(Instant moment) {
        throw new UnsupportedOperationException("the connector must not wait");
    }

    @Override
    public Meter meter(String account) {
        return meters.computeIfAbsent(account, name -> new RecordingMeter());
    }

    /** Returns the one meter that was asked for. */
    RecordingMeter onlyMeter() {
        return meters.values().iterator().next();
    }
}
