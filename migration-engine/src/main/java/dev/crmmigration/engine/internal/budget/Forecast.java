package dev.crmmigration.engine.internal.budget;

import dev.crmmigration.api.budget.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Says how long calls take at least, whatever the order in which they are made. */
public final class Forecast {

    private Forecast() {}

    /**
     * Returns the lower bound for calls that begin with full allowances.
     *
     * @param costs the units to spend, by allowance; what is not among the allowances takes no time
     * @param start when the first call is made, by the server's clock
     */
    public static Duration atLeast(Map<String, Long> costs, List<Allowance> allowances, Instant start) {
        return atLeast(costs, allowances, start, Map.of());
    }

    /**
     * Returns the lower bound for calls that begin with partly spent allowances: the longest of what each allowance
     * takes by itself.
     *
     * @param spent the units that count as spent at the start, by allowance
     */
    public static Duration atLeast(
            Map<String, Long> costs, List<Allowance> allowances, Instant start, Map<String, Long> spent) {
        Duration longest = Duration.ZERO;
        for (Allowance allowance : allowances) {
            long cost = costs.getOrDefault(allowance.name(), 0L);
            long left = Math.max(0, allowance.units() - spent.getOrDefault(allowance.name(), 0L));
            long refills = refills(cost, left, allowance.units());
            Duration time = allowance.daily() ? untilMidnight(refills, start) : refillTime(refills, left, allowance);
            longest = time.compareTo(longest) > 0 ? time : longest;
        }
        return longest;
    }

    private static long refills(long cost, long left, long units) {
        return cost <= left ? 0 : (cost - left - 1) / units + 1;
    }

    /** What is spent at the start leaves a rolling window at an unknown moment: the first refill may come at once. */
    private static Duration refillTime(long refills, long left, Allowance allowance) {
        boolean untouched = left == allowance.units();
        return allowance.window().multipliedBy(untouched ? refills : Math.max(0, refills - 1));
    }

    private static Duration untilMidnight(long refills, Instant start) {
        if (refills == 0) {
            return Duration.ZERO;
        }
        LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(refills);
        return Duration.between(start, day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
