package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.api.record.Values;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.internal.linkage.Hash64;
import dev.crmmigration.engine.internal.value.ValueText;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many different values there are: counted exactly while they are few, then estimated by HyperLogLog, whose 4,096
 * registers are 1.6 % off on average. What it says does not depend on the order of the values.
 */
final class DistinctCount {

    static final int MOST_EXACT = 2_000;

    private static final int LONGEST_VALUE = 200;
    private static final int RECENT = 2_048;
    private static final int BITS = 12;
    private static final int REGISTERS = 1 << BITS;
    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

    private final byte[] registers = new byte[REGISTERS];
    private final Map<String, long[]> exact = new HashMap<>();
    /** Counters that were found lately, by hash: most values come again and again, and their text need not be looked up. */
    private final long[] recentHashes = new long[RECENT];

    private final long[] @Nullable [] recent = new long[RECENT][];
    private boolean isExact = true;

    /** @param value of one of the classes in {@link Values}, no list */
    void add(Object value) {
        long hash = hash(value);
        int register = (int) (hash >>> (64 - BITS));
        int zeros = Math.min(64 - BITS, Long.numberOfLeadingZeros(hash << BITS)) + 1;
        if (zeros > registers[register]) {
            registers[register] = (byte) zeros;
        }
        if (isExact) {
            count(hash, value);
        }
    }

    private void count(long hash, Object value) {
        int place = (int) hash & (RECENT - 1);
        long[] counter = recent[place];
        if (counter == null || recentHashes[place] != hash) {
            counter = counter(ValueText.of(value));
            recent[place] = counter;
            recentHashes[place] = hash;
        }
        if (counter != null) {
            counter[0]++;
        }
    }

    /** Returns the counter of a text; none if there are too many by now. */
    private long @Nullable [] counter(String text) {
        long[] known = exact.get(text);
        if (known != null) {
            return known;
        }
        if (exact.size() == MOST_EXACT || text.length() > LONGEST_VALUE) {
            isExact = false;
            exact.clear();
            return null;
        }
        long[] made = new long[1];
        exact.put(text, made);
        return made;
    }

    private static long hash(Object value) {
        if (value instanceof String text) {
            return Hash64.of(text);
        }
        if (value instanceof Long number) {
            return Hash64.mix(number + 1);
        }
        if (value instanceof BigDecimal number) {
            return Hash64.mix(Double.doubleToLongBits(number.doubleValue()) + 3);
        }
        return Hash64.of(ValueText.of(value));
    }

    boolean isExact() {
        return isExact;
    }

    long count() {
        return isExact ? exact.size() : estimate();
    }

    private long estimate() {
        double sum = 0;
        int empty = 0;
        for (byte register : registers) {
            sum += 1.0 / (1L << register);
            empty += register == 0 ? 1 : 0;
        }
        double raw = ALPHA * REGISTERS * REGISTERS / sum;
        boolean isSmall = raw <= 2.5 * REGISTERS && empty > 0;
        return Math.round(isSmall ? REGISTERS * Math.log((double) REGISTERS / empty) : raw);
    }

    /** Returns the most frequent values, of equal ones the first by name; none once they are too many to count. */
    List<Profile.ValueCount> top(int most) {
        return exact.entrySet().stream()
                .map(entry -> new Profile.ValueCount(entry.getKey(), entry.getValue()[0]))
                .sorted(Comparator.comparingLong(Profile.ValueCount::records)
                        .reversed()
                        .thenComparing(Profile.ValueCount::value))
                .limit(most)
                .toList();
    }
}
