package dev.crmmigration.engine.internal.budget;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The windows of one account, the calls in flight, and the server's clock. Not thread-safe: its meter guards it. */
final class Account {

    /**
     * A call whose reply nobody reported for so long has none; its units begin to leave. In real time: a clock that is
     * set forward while others wait says nothing about a call that is under way.
     */
    private static final Duration LOST_AFTER = Duration.ofMinutes(2);

    private final String name;
    private final LongSupplier steadyNanos;
    private final ServerClock server = new ServerClock();
    private final Map<String, Window> windows = new LinkedHashMap<>();
    private final Map<String, Long> totals = new HashMap<>();
    private final Map<String, Spent> restored = new HashMap<>();
    private final Map<Long, Call> callsByThread = new HashMap<>();
    private boolean probe;

    /** @param steadyNanos real time */
    Account(String name, LongSupplier steadyNanos) {
        this.name = name;
        this.steadyNanos = steadyNanos;
    }

    ServerClock server() {
        return server;
    }

    void declare(List<Allowance> allowances, Instant now) {
        Map<String, Window> before = new HashMap<>(windows);
        windows.clear();
        for (Allowance allowance : allowances) {
            windows.put(allowance.name(), windowFor(allowance, before.get(allowance.name()), now));
        }
    }

    private Window windowFor(Allowance allowance, @Nullable Window before, Instant now) {
        if (before != null && isAlike(before.allowance(), allowance)) {
            before.redeclare(allowance);
            return before;
        }
        Window window = opened(allowance, now);
        if (before != null) {
            long left = Math.max(0, allowance.units() - before.spent(now));
            window.learn(left, Optional.empty(), server.at(now), now);
        }
        return window;
    }

    private Window opened(Allowance allowance, Instant now) {
        if (!allowance.daily()) {
            return new RollingAllowance(allowance, server);
        }
        DailyAllowance daily = new DailyAllowance(allowance, server, now);
        Spent earlier = restored.get(allowance.name());
        if (earlier != null) {
            daily.restore(earlier, now);
        }
        return daily;
    }

    private static boolean isAlike(Allowance one, Allowance other) {
        return one.daily() == other.daily() && one.window().equals(other.window());
    }

    void allowProbe() {
        probe = true;
    }

    /** Takes all the costs or none. */
    Verdict take(List<Cost> costs, long thread, Instant now) {
        settleLost(now);
        Map<Window, Long> parts = parts(costs);
        Verdict verdict = judge(parts, now);
        if (verdict.isGranted()) {
            probe = false;
            parts.forEach((window, units) -> begin(window, units, now));
            callsByThread.put(thread, new Call(parts, steadyNanos.getAsLong()));
        }
        return verdict;
    }

    private Map<Window, Long> parts(List<Cost> costs) {
        Map<Window, Long> parts = new LinkedHashMap<>();
        for (Cost cost : costs) {
            Window window = windows.get(cost.allowance());
            if (window != null && cost.units() > 0) {
                parts.merge(window, cost.units(), Long::sum);
            }
        }
        return parts;
    }

    private Verdict judge(Map<Window, Long> parts, Instant now) {
        Instant freeAt = now;
        boolean dayIsGone = false;
        for (Map.Entry<Window, Long> part : parts.entrySet()) {
            Window window = part.getKey();
            checkFits(window.allowance(), part.getValue());
            Instant moment = window.freeAt(part.getValue(), now);
            boolean daily = window.allowance().daily();
            if (moment.isAfter(now) && !(daily && probe)) {
                dayIsGone |= daily;
                freeAt = moment.isAfter(freeAt) ? moment : freeAt;
            }
        }
        return new Verdict(now, freeAt, dayIsGone);
    }

    private void checkFits(Allowance allowance, long units) {
        if (units > allowance.units()) {
            throw new IllegalArgumentException("a call to account '" + name + "' costs " + units + " of allowance '"
                    + allowance.name() + "', which never holds more than " + allowance.units()
                    + ". Make smaller calls, or correct the allowance.");
        }
    }

    private void begin(Window window, long units, Instant now) {
        window.begin(units, now);
        totals.merge(window.allowance().name(), units, Long::sum);
    }

    /** The thread got a reply, or goes on without one: its last call is over. */
    void settle(long thread, Instant now) {
        Call call = callsByThread.remove(thread);
        if (call != null) {
            call.settle(now);
        }
    }

    private void settleLost(Instant now) {
        Iterator<Call> calls = callsByThread.values().iterator();
        while (calls.hasNext()) {
            Call call = calls.next();
            if (steadyNanos.getAsLong() - call.begun() > LOST_AFTER.toNanos()) {
                call.settle(now);
                calls.remove();
            }
        }
    }

    void serverTime(Instant theirs, Instant ours) {
        boolean first = !server.isKnown();
        server.learn(theirs, ours);
        if (first) {
            dailies().values().forEach(daily -> daily.calibrate(ours));
        }
    }

    void learn(String allowance, long remaining, Optional<Instant> resetsAt, Instant serverTime, Instant now) {
        Window window = windows.get(allowance);
        if (window != null) {
            window.learn(remaining, resetsAt, serverTime, now);
        }
    }

    void restore(Spent earlier, Instant now) {
        restored.merge(earlier.allowance(), earlier, Spent::later);
        DailyAllowance daily = dailies().get(earlier.allowance());
        if (daily != null) {
            daily.restore(earlier, now);
        }
    }

    List<Spent> snapshot(Instant now) {
        List<Spent> all = new ArrayList<>();
        dailies().forEach((allowance, daily) -> {
            long units = daily.spent(now);
            all.add(new Spent(name, allowance, daily.day(now), units));
        });
        return all;
    }

    private Map<String, DailyAllowance> dailies() {
        Map<String, DailyAllowance> dailies = new LinkedHashMap<>();
        windows.forEach((allowance, window) -> {
            if (window instanceof DailyAllowance daily) {
                dailies.put(allowance, daily);
            }
        });
        return dailies;
    }

    List<LedgerLine> ledger(Instant now) {
        return windows.values().stream().map(window -> line(window, now)).toList();
    }

    private LedgerLine line(Window window, Instant now) {
        Allowance allowance = window.allowance();
        long total = totals.getOrDefault(allowance.name(), 0L);
        return new LedgerLine(
                name,
                allowance.name(),
                allowance.units(),
                window.spent(now),
                window.remaining(now),
                total,
                window.resetsAt(now));
    }

    /**
     * Whether a call may be made.
     *
     * @param now when this was asked
     * @param freeAt when it may be made, as far as is known
     * @param dayIsGone whether a daily allowance stands against it
     */
    record Verdict(Instant now, Instant freeAt, boolean dayIsGone) {

        boolean isGranted() {
            return !freeAt.isAfter(now);
        }
    }

    private record Call(Map<Window, Long> parts, long begun) {

        void settle(Instant now) {
            parts.forEach((window, units) -> window.settle(units, now));
        }
    }
}
