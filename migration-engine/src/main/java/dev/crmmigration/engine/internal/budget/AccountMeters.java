package dev.crmmigration.engine.internal.budget;

import dev.crmmigration.engine.Waiter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One meter per account, made when it is first asked for. Thread-safe. */
public final class AccountMeters {

    private final ConcurrentMap<String, AccountMeter> meters = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Waiter waiter;

    public AccountMeters(Clock clock, Waiter waiter) {
        this.clock = clock;
        this.waiter = waiter;
    }

    public AccountMeter meter(String account) {
        return meters.computeIfAbsent(account, name -> new AccountMeter(name, clock, waiter));
    }

    /** Returns what was spent of the daily allowances of one account, for a journal. */
    public List<Spent> snapshot(String account) {
        return meter(account).snapshot();
    }

    /** Takes over what an earlier process spent, before the first call. */
    public void restore(List<Spent> earlier) {
        earlier.forEach(spent -> meter(spent.account()).restore(spent));
    }

    /** Lets the next call to each account through, as {@link AccountMeter#allowProbe}: also before any is declared. */
    public void allowProbes() {
        meters.values().forEach(AccountMeter::allowProbe);
    }

    /** Returns how all allowances stand, account by account in the order of their names. */
    public List<LedgerLine> ledger() {
        return meters.keySet().stream()
                .sorted()
                .flatMap(account -> meter(account).ledger().stream())
                .toList();
    }
}
