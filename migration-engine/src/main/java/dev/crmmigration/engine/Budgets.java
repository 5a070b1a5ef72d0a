package dev.crmmigration.engine;

import dev.crmmigration.engine.internal.budget.AccountMeters;
import dev.crmmigration.engine.internal.time.SystemTime;
import java.time.Clock;

/**
 * What may still be spent on accounts. A host whose migrations use one account at the same time makes one of these and
 * gives it to each of them, so that together they stay within the account's limits. Thread-safe; owns nothing that
 * needs closing.
 */
public final class Budgets {

    private final AccountMeters meters;

    private Budgets(AccountMeters meters) {
        this.meters = meters;
    }

    /** Returns budgets in the machine's time. */
    public static Budgets create() {
        return create(SystemTime.clock());
    }

    /** Returns budgets that follow a clock; it may be put forward while somebody waits. */
    public static Budgets create(Clock clock) {
        return create(clock, SystemTime.waiter(clock));
    }

    /** Returns budgets that follow a clock and wait in their own way. */
    public static Budgets create(Clock clock, Waiter waiter) {
        return new Budgets(new AccountMeters(clock, waiter));
    }

    AccountMeters meters() {
        return meters;
    }
}
