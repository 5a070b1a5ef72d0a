package dev.crmmigration.toolkit.cells;

import dev.crmmigration.toolkit.damage.Rule;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers. What one cell does not tell, its column decides. */
final class NumberCells {

    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)(?:[.,](\\d+))?[Ee]\\+?(\\d{1,2})");
    private static final String UNCLEAR =
            "the number may be read in two ways, and the column does not tell. Say what its decimal mark is";

    /** What currencies a sign may stand for; others are their own code. */
    private static final Map<String, String> SIGNS = Map.of(
            "€", "EUR", "£", "GBP GIP FKP SHP EGP", "¥", "JPY CNY", "₹", "INR", "zł", "PLN", "Kč", "CZK", "Fr.", "CHF");

    private final Supplier<ColumnEvidence> evidence;

    NumberCells(Supplier<ColumnEvidence> evidence) {
        this.evidence = evidence;
    }

    void read(Cell cell) {
        String text = cell.text();
        if (isWhole(text)) {
            hold(cell, text.length() < 19 && cell.column().kind() == Kind.INTEGER ? null : new BigDecimal(text), text);
            return;
        }
        if (NumberText.isPlain(text)) {
            hold(cell, new BigDecimal(text), text);
            return;
        }
        NumberText number = NumberText.of(text);
        if (number == null) {
            readOdd(cell);
        } else if (!isCurrencyRight(number.currency(), cell.related())) {
            cell.refuse(
                    Rule.NUM_LOCALE, "the amount has the sign of another currency than its row. Correct one of them");
        } else {
            read(cell, number);
        }
    }

    /** Spreadsheets show large numbers by their first digits. */
    private static void readOdd(Cell cell) {
        var matcher = SCIENTIFIC.matcher(cell.text());
        if (!matcher.matches()) {
            cell.misfit(Rule.BAD_NUMBER, "the cell is no number. Correct it, or empty it");
            return;
        }
        int digits = 1 + (matcher.group(2) == null ? 0 : matcher.group(2).length());
        if (digits == Integer.parseInt(matcher.group(3)) + 1) {
            BigDecimal value = new BigDecimal(cell.text().replace(',', '.'));
            cell.note(Rule.XL_SCI);
            hold(cell, value, value.toPlainString());
        } else {
            cell.refuse(
                    Rule.XL_SCI,
                    "a spreadsheet shows this number by its first digits only. Format the column as number");
        }
    }

    private static boolean isWhole(String text) {
        int start = text.charAt(0) == '-' ? 1 : 0;
        if (text.length() == start || text.length() > 18) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private void read(Cell cell, NumberText number) {
        Optional<DecimalMark> mark = number.ambiguous()
                ? markOf(cell, number)
                : Optional.of(number.mark().orElse(DecimalMark.POINT));
        if (mark.isEmpty()) {
            cell.refuse(Rule.NUM_LOCALE, UNCLEAR);
            return;
        }
        BigDecimal value = number.value(mark.get());
        String plain = value.toPlainString();
        if (!plain.equals(cell.text())) {
            cell.note(Rule.NUM_LOCALE);
        }
        hold(cell, value, plain);
    }

    /** A whole number has no fraction, so its one separator stands between thousands, unless the fraction is nought. */
    private Optional<DecimalMark> markOf(Cell cell, NumberText number) {
        Optional<DecimalMark> mark = evidence.get().decimalMark(cell.position());
        if (mark.isPresent()
                || cell.column().kind() != Kind.INTEGER
                || number.digits().endsWith("000")) {
            return mark;
        }
        return Optional.of(number.digits().indexOf('.') >= 0 ? DecimalMark.COMMA : DecimalMark.POINT);
    }

    private static boolean isCurrencyRight(String sign, String code) {
        if (sign.isEmpty() || code.isEmpty() || NullWords.isOne(code)) {
            return true;
        }
        if (sign.endsWith("$")) {
            return sign.equals("$") || code.equalsIgnoreCase("USD");
        }
        return sign.startsWith("kr")
                || SIGNS.getOrDefault(sign, sign).contains(code.toUpperCase(java.util.Locale.ROOT));
    }

    private static void hold(Cell cell, @Nullable BigDecimal value, String text) {
        if (cell.column().kind() != Kind.INTEGER) {
            cell.hold(value == null ? new BigDecimal(text) : value, text);
            return;
        }
        try {
            long whole = value == null ? Long.parseLong(text) : value.longValueExact();
            cell.hold(whole, value == null ? text : Long.toString(whole));
        } catch (ArithmeticException e) {
            cell.misfit(Rule.BAD_NUMBER, "the cell is no whole number. Correct it, or empty it");
        }
    }
}
