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
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("a currency is three capital letters such as EUR");
        }
    }
}
