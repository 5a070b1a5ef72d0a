package dev.crmmigration.engine.internal.linkage;

import java.util.Arrays;

/** Sorts pairs of numbers that stand one after the other in an array, by the first and then by the second. */
final class PairSort {

    private PairSort() {}

    /**
     * Sorts by the high bits of the keys first: keys are hashes, so that they fall into buckets of a few pairs each, which are
     * put in order one by one.
     */
    static long[] sorted(long[] pairs) {
        int count = pairs.length / 2;
        if (count < 2) {
            return pairs;
        }
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(count - 1));
        int[] starts = new int[(1 << bits) + 1];
        for (int i = 0; i < count; i++) {
            starts[bucket(pairs[2 * i], bits) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        long[] sorted = new long[pairs.length];
        int[] next = Arrays.copyOf(starts, starts.length);
        for (int i = 0; i < count; i++) {
            int place = next[bucket(pairs[2 * i], bits)]++;
            sorted[2 * place] = pairs[2 * i];
            sorted[2 * place + 1] = pairs[2 * i + 1];
        }
        for (int i = 0; i + 1 < starts.length; i++) {
            order(sorted, starts[i], starts[i + 1]);
        }
        return sorted;
    }

    /** Signed numbers in their order: the sign is turned. */
    private static int bucket(long key, int bits) {
        return (int) ((key ^ Long.MIN_VALUE) >>> (64 - bits));
    }

    private static void order(long[] pairs, int from, int to) {
        if (to - from > MOST_BY_INSERTION) {
            byHeap(pairs, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            long key = pairs[2 * i];
            long value = pairs[2 * i + 1];
            int place = i;
            while (place > from && isLess(key, value, pairs, place - 1)) {
                pairs[2 * place] = pairs[2 * place - 2];
                pairs[2 * place + 1] = pairs[2 * place - 1];
                place--;
            }
            pairs[2 * place] = key;
            pairs[2 * place + 1] = value;
        }
    }

    /** A key that very many records share makes a bucket that is large. */
    private static final int MOST_BY_INSERTION = 32;

    private static void byHeap(long[] pairs, int from, int to) {
        int size = to - from;
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(pairs, from, i, size);
        }
        for (int end = size - 1; end > 0; end--) {
            swap(pairs, from, from + end);
            sink(pairs, from, 0, end);
        }
    }

    private static void sink(long[] pairs, int from, int start, int size) {
        int parent = start;
        while (2 * parent + 1 < size) {
            int child = 2 * parent + 1;
            int right = from + child + 1;
            if (child + 1 < size && isLess(pairs[2 * (from + child)], pairs[2 * (from + child) + 1], pairs, right)) {
                child++;
            }
            if (!isLess(pairs[2 * (from + parent)], pairs[2 * (from + parent) + 1], pairs, from + child)) {
                return;
            }
            swap(pairs, from + parent, from + child);
            parent = child;
        }
    }

    private static boolean isLess(long key, long value, long[] pairs, int other) {
        long otherKey = pairs[2 * other];
        return key < otherKey || (key == otherKey && value < pairs[2 * other + 1]);
    }

    private static void swap(long[] pairs, int one, int other) {
        long key = pairs[2 * one];
        long value = pairs[2 * one + 1];
        pairs[2 * one] = pairs[2 * other];
        pairs[2 * one + 1] = pairs[2 * other + 1];
        pairs[2 * other] = key;
        pairs[2 * other + 1] = value;
    }
}
