package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.util.Locale;
import java.util.Map;

/** Amounts as people read them. */
final class Money {

    private static final double CENTS = 100;
    private static final Map<String, String> SYMBOLS = Map.of("EUR", "€", "USD", "US$", "GBP", "£");

    private Money() {}

    static JsonNode rounded(double amount) {
        return Numbers.asDouble(DoubleNode.valueOf(Math.round(amount * CENTS) / CENTS));
    }

    /** Returns the amount with the sign of its currency, without cents where there are none. */
    static String formatted(JsonNode amount, String currency) {
        double value = amount.doubleValue();
        String digits = String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.2f", value);
        return SYMBOLS.getOrDefault(currency, currency) + digits;
    }
}
