package dev.crmmigration.connector.kartra;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads amounts and the currencies in the headers of their columns. */
final class Amounts {

    private static final Pattern HEADER = Pattern.compile("(.*?)\\s*\\(([A-Z]{3})\\)");
    private static final Pattern DIGITS = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d{1,2}");
    private static final Pattern SYMBOL = Pattern.compile("(?<=^-?)\\p{Sc}\\s*|\\s*\\p{Sc}$");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Amounts() {}

    /**
     * What a header such as {@code Amount (USD)} says.
     *
     * @param name the header without the currency
     * @param currency the code
     */
    record Header(String name, String currency) {}

    static Optional<Header> header(String text) {
        Matcher matcher = HEADER.matcher(text);
        return matcher.matches() && isCurrency(matcher.group(2))
                ? Optional.of(new Header(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    /** Reads a number, whatever its sign. */
    static BigDecimal read(BoundColumn column, String text, Row row) throws RowRefusedException {
        String number = SYMBOL.matcher(text).replaceAll("");
        if (DIGITS.matcher(number).matches()) {
            return new BigDecimal(number);
        }
        if (THOUSANDS.matcher(number).matches()) {
            return new BigDecimal(number.replace(",", ""));
        }
        if (DECIMAL_COMMA.matcher(number).matches()) {
            row.repaired(column.key(), "decimal-comma", text);
            return new BigDecimal(number.replace(',', '.'));
        }
        throw new RowRefusedException(
                column.header(),
                "amount: the cell is no number such as 1234.50. Correct it, or empty it if there is no amount");
    }

    static String code(String column, String text) throws RowRefusedException {
        String code = text.toUpperCase(Locale.ROOT);
        if (!isCurrency(code)) {
            throw new RowRefusedException(column, "currency: the cell is no currency such as USD. Correct it");
        }
        return code;
    }
}
