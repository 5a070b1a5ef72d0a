package dev.crmmigration.engine.internal.budget;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.engine.Waiter;
import dev.crmmigration.engine.internal.time.SystemTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The meter of one account. Its windows are exact: in no stretch of a window's length does the platform get calls worth
 * more than the allowance, however long calls are under way. For that, a thread that acquired is taken to be making its
 * call until it reports the reply ({@link #learn}, {@link #serverTime}) or acquires again.
 *
 * <p>Thread-safe. Threads are served in the order in which they came; one that waits does not keep others from
 * reporting replies.
 */
public final class AccountMeter implements Meter {

    /** A longer wait is worth parking for: hourly allowances answer like daily ones. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Waiter waiter;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Object books = new Object();
    private final Account account;

    public AccountMeter(String account, Clock clock, Waiter waiter) {
        this(account, clock, waiter, SystemTime::steadyNanos);
    }

    /** @param steadyNanos real time, in which calls are made whatever the clock says */
    AccountMeter(String account, Clock clock, Waiter waiter, LongSupplier steadyNanos) {
        this.account = new Account(account, steadyNanos);
        this.clock = clock;
        this.waiter = waiter;
    }

    @Override
    public void declare(List<Allowance> allowances) {
        synchronized (books) {
            account.declare(allowances, clock.instant());
        }
    }

    @Override
    public Optional<Instant> acquire(List<Cost> costs) throws InterruptedException {
        settle();
        turn.lockInterruptibly();
        try {
            Account.Verdict verdict = take(costs);
            while (!verdict.isGranted()) {
                if (isWorthParking(verdict)) {
                    return Optional.of(toServerTime(verdict.freeAt()));
                }
                waiter.sleepUntil(verdict.freeAt());
                verdict = take(costs);
            }
            return Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    private Account.Verdict take(List<Cost> costs) {
        synchronized (books) {
            return account.take(costs, Thread.currentThread().getId(), clock.instant());
        }
    }

    private static boolean isWorthParking(Account.Verdict verdict) {
        return verdict.dayIsGone() || verdict.freeAt().isAfter(verdict.now().plus(PATIENCE));
    }

    /** Returns what the server's clock shows when ours shows {@code ours}. */
    public Instant toServerTime(Instant ours) {
        synchronized (books) {
            return account.server().at(ours);
        }
    }

    private void settle() {
        synchronized (books) {
            account.settle(Thread.currentThread().getId(), clock.instant());
        }
    }

    @Override
    public void learn(String allowance, long remaining, Optional<Instant> resetsAt, Instant serverTime) {
        synchronized (books) {
            serverTime(serverTime);
            account.learn(allowance, remaining, resetsAt, serverTime, clock.instant());
        }
    }

    @Override
    public void serverTime(Instant now) {
        synchronized (books) {
            account.serverTime(now, clock.instant());
            settle();
        }
    }

    /**
     * Lets one call through though the daily allowance is gone by our count: a park is an estimate, and only the
     * platform knows. The permission ends with the next call, whether it was needed or not.
     */
    public void allowProbe() {
        synchronized (books) {
            account.allowProbe();
        }
    }

    /** Returns what our clock shows when the server's clock shows {@code serverTime}. */
    public Instant toOurTime(Instant serverTime) {
        synchronized (books) {
            return account.server().toOurs(serverTime);
        }
    }

    /** Returns what was spent of each daily allowance on its present day. */
    public List<Spent> snapshot() {
        synchronized (books) {
            return account.snapshot(clock.instant());
        }
    }

    /** Takes over a snapshot of an earlier process. What was counted on that day meanwhile stays if it is more. */
    public void restore(Spent earlier) {
        synchronized (books) {
            account.restore(earlier, clock.instant());
        }
    }

    /** Returns how each declared allowance stands, in the order of declaration. */
    public List<LedgerLine> ledger() {
        synchronized (books) {
            return account.ledger(clock.instant());
        }
    }
}
