package dev.crmmigration.engine.internal.linkage;

/** Tells how often something was seen, in memory that does not grow: never too little, seldom too much (count-min). */
final class FrequencySketch {

    private static final int FEWEST_BITS = 12;
    private static final int MOST_BITS = 22;

    private final int[] one;
    private final int[] other;
    private final int mask;

    /** @param expected about how many different things there are */
    FrequencySketch(long expected) {
        int bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, 65 - Long.numberOfLeadingZeros(expected)));
        one = new int[1 << bits];
        other = new int[1 << bits];
        mask = (1 << bits) - 1;
    }

    void add(String text) {
        long hash = Hash64.of(text);
        one[(int) hash & mask]++;
        other[(int) (hash >>> 32) & mask]++;
    }

    int count(String text) {
        long hash = Hash64.of(text);
        return Math.min(one[(int) hash & mask], other[(int) (hash >>> 32) & mask]);
    }
}
