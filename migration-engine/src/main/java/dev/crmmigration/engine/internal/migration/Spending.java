package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.internal.budget.AccountMeter;
import dev.crmmigration.engine.internal.budget.AccountMeters;
import dev.crmmigration.engine.internal.budget.LedgerLine;
import dev.crmmigration.engine.internal.budget.Spent;
import dev.crmmigration.engine.internal.journal.Journal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the migration takes from accounts, kept in the journal so that a restart does not forget it. */
final class Spending {

    private final Journal journal;
    private final AccountMeters meters;
    private final Map<String, Long> earlier;
    private Runnable whenStored = () -> {};
    private final Set<AccountMeter> asked = ConcurrentHashMap.newKeySet();

    Spending(Journal journal, AccountMeters meters) {
        this.journal = journal;
        this.meters = meters;
        meters.restore(journal.database()
                .list(
                        "SELECT account, allowance, day, units FROM spent",
                        row -> new Spent(
                                row.getString(1),
                                row.getString(2),
                                LocalDate.parse(row.getString(3)),
                                row.getLong(4))));
        this.earlier = total();
    }

    private Map<String, Long> total() {
        Map<String, Long> total = new TreeMap<>();
        journal.database()
                .list(
                        "SELECT substr(key, 7), value FROM meta WHERE key LIKE 'spent %'",
                        row -> total.put(row.getString(1), row.getLong(2)));
        return total;
    }

    AccountMeter meter(String account) {
        AccountMeter meter = meters.meter(account);
        asked.add(meter);
        return meter;
    }

    /** Returns what the clock of the destination shows, as far as it is known, when ours shows a moment. */
    Instant toServerTime(Instant ours) {
        return asked.stream()
                .map(meter -> meter.toServerTime(ours))
                .min(Instant::compareTo)
                .orElse(ours);
    }

    /** A park is an estimate: the first call of a new session is let through even if the budget looks gone. */
    void beforeOpening() {
        meters.allowProbes();
    }

    /** Returns what was taken since the migration began, by allowance. */
    Map<String, Long> spent() {
        Map<String, Long> spent = new TreeMap<>(earlier);
        meters.ledger().forEach(line -> spent.merge(line.allowance(), line.spentInTotal(), Long::sum));
        return spent;
    }

    /** Returns what our clock shows when the clock of the destination shows a moment. */
    Instant toOurTime(Instant serverTime) {
        return meters.ledger().stream()
                .findFirst()
                .map(line -> meters.meter(line.account()).toOurTime(serverTime))
                .orElse(serverTime);
    }

    /** Does more whenever the counts are made durable, in the same transaction. */
    void onStore(Runnable more) {
        whenStored = more;
    }

    /** Makes the counts durable. */
    void store() {
        List<String> accounts =
                meters.ledger().stream().map(LedgerLine::account).distinct().toList();
        journal.database().transaction(() -> {
            accounts.forEach(account -> meters.snapshot(account).forEach(this::store));
            spent().forEach((allowance, units) -> journal.fact("spent " + allowance, String.valueOf(units)));
            whenStored.run();
        });
    }

    private void store(Spent spent) {
        journal.database()
                .update(
                        "INSERT OR REPLACE INTO spent(account, allowance, day, units) VALUES(?, ?, ?, ?)",
                        spent.account(),
                        spent.allowance(),
                        spent.day().toString(),
                        spent.units());
    }
}
