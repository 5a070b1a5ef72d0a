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

/**
 * How many different values there are: counted exactly while they are few, then estimated by HyperLogLog, whose 4,096
 * registers are 1.6 % off on average. What it says does not depend on the order of the values.
 */
final class DistinctCount {

    static final int MOST_EXACT = 2_000;

    private static final int LONGEST_VALUE = 200;
    /** So many places for values there are at first: a power of two. */
    private static final int FEWEST_PLACES = 64;

    /** There are at least so many places for each value, so that most are found where they belong. */
    private static final int PLACES_A_VALUE = 3;

    /** Decimals with more digits than that are not told apart by their double. */
    private static final int DOUBLE_DIGITS = 15;

    private static final int BITS = 12;
    private static final int REGISTERS = 1 << BITS;
    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

    private final byte[] registers = new byte[REGISTERS];
    /** The values that are counted, by their hash, at the first free place from where it says. */
    private long[] hashes = new long[FEWEST_PLACES];

    private long[] counts = new long[FEWEST_PLACES];
    private String[] texts = new String[FEWEST_PLACES];
    private int size;
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
        int place = place(hash);
        if (counts[place] == 0 && isRoomFor(value)) {
            size++;
            place = place(hash);
            hashes[place] = hash;
            texts[place] = ValueText.of(value);
        }
        if (isExact) {
            counts[place]++;
        }
    }

    /** Returns where a value is, or where it has room. */
    private int place(long hash) {
        int last = counts.length - 1;
        int place = (int) hash & last;
        while (counts[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & last;
        }
        return place;
    }

    /** Makes room for another value; gives up counting if there are too many of them by now. */
    private boolean isRoomFor(Object value) {
        if (size == MOST_EXACT || ValueText.of(value).length() > LONGEST_VALUE) {
            isExact = false;
            resize(0);
        } else if (size * PLACES_A_VALUE >= counts.length) {
            resize(counts.length * 2);
        }
        return isExact;
    }

    private void resize(int places) {
        long[] oldHashes = hashes;
        long[] oldCounts = counts;
        String[] oldTexts = texts;
        hashes = new long[places];
        counts = new long[places];
        texts = new String[places];
        for (int i = 0; i < oldCounts.length && isExact; i++) {
            if (oldCounts[i] != 0) {
                int place = place(oldHashes[i]);
                hashes[place] = oldHashes[i];
                counts[place] = oldCounts[i];
                texts[place] = oldTexts[i];
            }
        }
    }

    private static long hash(Object value) {
        if (value instanceof String text) {
            return Hash64.of(text);
        }
        if (value instanceof Long number) {
            return Hash64.mix(number + 1);
        }
        if (value instanceof BigDecimal number) {
            return number.precision() > DOUBLE_DIGITS
                    ? Hash64.of(ValueText.of(number))
                    : Hash64.mix(Double.doubleToLongBits(number.doubleValue()) + 3);
        }
        return Hash64.of(ValueText.of(value));
    }

    boolean isExact() {
        return isExact;
    }

    long count() {
        return isExact ? byText().size() : estimate();
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
        return byText().entrySet().stream()
                .map(entry -> new Profile.ValueCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Profile.ValueCount::records)
                        .reversed()
                        .thenComparing(Profile.ValueCount::value))
                .limit(most)
                .toList();
    }

    /** A number and the text of it have different hashes, but are one value. */
    private Map<String, Long> byText() {
        Map<String, Long> byText = new HashMap<>();
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] != 0) {
                byText.merge(texts[place], counts[place], Long::sum);
            }
        }
        return byText;
    }
}
