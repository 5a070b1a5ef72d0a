package dev.crmmigration.engine.internal.profile;

/** The lengths of texts, in characters. */
final class Lengths {

    private long texts;
    private long characters;
    private int shortest = Integer.MAX_VALUE;
    private int longest;

    void add(int length) {
        texts++;
        characters += length;
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
    }

    int shortest() {
        return texts == 0 ? 0 : shortest;
    }

    int longest() {
        return longest;
    }

    /** Returns the mean, to one digit. */
    double average() {
        return texts == 0 ? 0 : Math.round(10.0 * characters / texts) / 10.0;
    }
}
