package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first call pass, which tells which account, and so which meter, it is; keeps what that meter has to be told
 * then.
 */
public final class FirstCallMeter implements Meter {

    private volatile @Nullable Instant serverTime;

    /** Tells a meter what the first call took, and when it was: on the server's new day, an older count is void. */
    public void handOver(Meter account, List<Cost> costs) {
        Instant time = serverTime;
        if (time != null) {
            account.serverTime(time);
        }
        try {
            account.acquire(costs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void declare(List<Allowance> allowances) {}

    @Override
    public Optional<Instant> acquire(List<Cost> costs) {
        return Optional.empty();
    }

    @Override
    public void learn(String allowance, long remaining, Optional<Instant> resetsAt, Instant serverTime) {}

    @Override
    public void serverTime(Instant now) {
        serverTime = now;
    }
}
