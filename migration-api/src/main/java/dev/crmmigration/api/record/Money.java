package dev.crmmigration.api.record;

import java.math.BigDecimal;

/**
 * An amount in a currency.
 *
 * @param amount the amount in whole units of the currency, of any sign and scale
 * @param currency the ISO 4217 code, three capital letters
 */
public record Money(BigDecimal amount, String currency) {

    public Money {
        if (currency.length() != 3 || !currency.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z')) {
            throw new IllegalArgumentException("a currency is three capital letters such as EUR");
        }
    }

    /** Gives the currency, not the amount. */
    @Override
    public String toString() {
        return "Money[" + currency + "]";
    }
}
