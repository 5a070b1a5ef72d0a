package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets everything pass: for the call that tells which account, and so which meter, it is. */
final class NoMeter implements Meter {

    @Override
    public void declare(List<Allowance> allowances) {}

    @Override
    public Optional<Instant> acquire(List<Cost> costs) {
        return Optional.empty();
    }

    @Override
    public void learn(String allowance, long remaining, Optional<Instant> resetsAt, Instant serverTime) {}

    @Override
    public void serverTime(Instant now) {}
}
