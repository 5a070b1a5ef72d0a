package dev.crmmigration.testkit.reference;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.ObjectType;
import java.time.Duration;
import java.util.List;

/** A call each for a batch and for a page. */
final class ReferencePricing implements Pricing {

    static final int PAGE = 2;
    static final List<Cost> CALL = calls(1);

    private static List<Cost> calls(long count) {
        return List.of(new Cost("burst", count), new Cost("day", 10 * count));
    }

    @Override
    public List<Allowance> allowances() {
        return List.of(Allowance.rolling("burst", 100, Duration.ofSeconds(2)), Allowance.daily("day", 100_000));
    }

    @Override
    public List<Cost> write(ObjectType type, Action action, int records) {
        return CALL;
    }

    @Override
    public List<Cost> chore(Chore chore) {
        return chore == Chore.CATALOG ? CALL : List.of();
    }

    @Override
    public List<Cost> read(ScanRequest request, long records) {
        return calls(Math.max(1, (records + PAGE - 1) / PAGE));
    }
}
