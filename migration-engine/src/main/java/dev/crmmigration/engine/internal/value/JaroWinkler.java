package dev.crmmigration.engine.internal.value;

/** How much two words look alike, from 0 to 1, by Jaro with Winkler's bonus for a common beginning. */
public final class JaroWinkler {

    private static final double BONUS = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private JaroWinkler() {}

    public static double of(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        double jaro = jaro(one, other);
        int prefix = 0;
        int most = Math.min(LONGEST_PREFIX, Math.min(one.length(), other.length()));
        while (prefix < most && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * BONUS * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        int window = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        boolean[] ofOne = new boolean[one.length()];
        boolean[] ofOther = new boolean[other.length()];
        int matches = 0;
        for (int i = 0; i < one.length(); i++) {
            int last = Math.min(other.length() - 1, i + window);
            for (int j = Math.max(0, i - window); j <= last && !ofOne[i]; j++) {
                if (!ofOther[j] && one.charAt(i) == other.charAt(j)) {
                    ofOne[i] = true;
                    ofOther[j] = true;
                    matches++;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        double moved = moved(one, other, ofOne, ofOther) / 2.0;
        return ((double) matches / one.length() + (double) matches / other.length() + (matches - moved) / matches) / 3;
    }

    /** Counts the matching letters that stand in another order. */
    private static int moved(String one, String other, boolean[] ofOne, boolean[] ofOther) {
        int moved = 0;
        int j = 0;
        for (int i = 0; i < one.length(); i++) {
            if (!ofOne[i]) {
                continue;
            }
            while (!ofOther[j]) {
                j++;
            }
            if (one.charAt(i) != other.charAt(j)) {
                moved++;
            }
            j++;
        }
        return moved;
    }
}
