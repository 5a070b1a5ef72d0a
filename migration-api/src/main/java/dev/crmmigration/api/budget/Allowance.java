package dev.crmmigration.api.budget;

import java.time.Duration;

/**
 * How much of something an account may spend within a window.
 *
 * @param name such as {@code burst} or {@code daily}; unique within the account
 * @param units how much may be spent within one window, at least 1
 * @param window the length of the window; every stretch of this length counts, wherever it begins
 * @param daily whether the window is a calendar day in the server's time (UTC) instead, full again at midnight
 */
public record Allowance(String name, long units, Duration window, boolean daily) {

    public Allowance {
        if (units < 1) {
            throw new IllegalArgumentException("allowance " + name + " must have at least 1 unit but has " + units);
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("allowance " + name + " needs a positive window but has " + window);
        }
    }

    /** Returns an allowance over a rolling window. */
    public static Allowance rolling(String name, long units, Duration window) {
        return new Allowance(name, units, window, false);
    }

    /** Returns an allowance per calendar day of the server (UTC). */
    public static Allowance daily(String name, long units) {
        return new Allowance(name, units, Duration.ofDays(1), true);
    }
}
