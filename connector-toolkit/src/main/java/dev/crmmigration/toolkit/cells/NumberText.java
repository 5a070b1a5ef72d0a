package dev.crmmigration.toolkit.cells;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as it is written. Immutable.
 *
 * @param negative whether a minus stands before or after it, or parentheses around it
 * @param digits its digits and separators
 * @param currency the sign or code of a currency beside it, or empty text
 * @param mark the decimal mark, if the text alone tells it
 * @param ambiguous whether its one separator may stand before a fraction or between thousands
 */
record NumberText(boolean negative, String digits, String currency, Optional<DecimalMark> mark, boolean ambiguous) {

    private static final int MOST_DIGITS = 18;
    private static final String CURRENCY = "\\p{Sc}|US\\$|[A-Z]{3}|kr\\.?|zł|Kč|Fr\\.";
    private static final Pattern WRITTEN = Pattern.compile("(" + CURRENCY + ")?\\s*([-+\u2212]?)\\s*(" + CURRENCY
            + ")?\\s*(\\d[\\d.,'\u2019 \u00A0\u202F\u2009]*|[.,]\\d+)\\s*(" + CURRENCY + ")?\\s*([-\u2212]?)");
    private static final Pattern GROUP_MARKS = Pattern.compile("(?<=\\d)['\u2019 \u00A0\u202F\u2009](?=\\d{3}(\\D|$))");
    private static final Pattern THREES = Pattern.compile("\\d{1,3}(\\D\\d{3})+|\\d{1,2}(\\D\\d{2})*\\D\\d{3}");

    /** Tells whether a text is a number that every program reads alike; without a pattern, as most are. */
    static boolean isPlain(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int whole = (point < 0 ? text.length() : point) - start;
        int fraction = point < 0 ? 1 : text.length() - point - 1;
        boolean isLong = whole < 1 || whole > MOST_DIGITS || fraction < 1 || fraction == 3;
        return !isLong && isDigits(text, start, start + whole) && isDigits(text, start + whole + 1, text.length());
    }

    private static boolean isDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Returns the parts, or {@code null} if the text is no number. */
    static @Nullable NumberText of(String text) {
        boolean parentheses = text.startsWith("(") && text.endsWith(")");
        Matcher matcher = WRITTEN.matcher(
                parentheses ? text.substring(1, text.length() - 1).strip() : text);
        if (!matcher.matches()) {
            return null;
        }
        boolean before = !matcher.group(2).isEmpty() && !matcher.group(2).equals("+");
        boolean after = !matcher.group(6).isEmpty();
        if ((before && after) || (parentheses && (before || after))) {
            return null;
        }
        String digits = GROUP_MARKS.matcher(matcher.group(4).strip()).replaceAll("");
        return of(parentheses || before || after, digits, currency(matcher));
    }

    private static String currency(Matcher matcher) {
        for (int group : new int[] {1, 3, 5}) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    private static @Nullable NumberText of(boolean negative, String digits, String currency) {
        int points = count(digits, '.');
        int commas = count(digits, ',');
        if (points == 0 && commas == 0) {
            return isDigits(digits) ? new NumberText(negative, digits, currency, Optional.empty(), false) : null;
        }
        DecimalMark last = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? DecimalMark.POINT : DecimalMark.COMMA;
        if (points > 0 && commas > 0) {
            return both(negative, digits, currency, last);
        }
        if (points + commas > 1) {
            DecimalMark other = last == DecimalMark.POINT ? DecimalMark.COMMA : DecimalMark.POINT;
            return THREES.matcher(digits).matches()
                    ? new NumberText(negative, digits, currency, Optional.of(other), false)
                    : null;
        }
        int at = digits.indexOf(last.character());
        boolean ambiguous = digits.length() - at - 1 == 3 && at >= 1 && at <= 3 && digits.charAt(0) != '0';
        boolean isNumber = isDigits(digits.substring(at + 1)) && (at == 0 || isDigits(digits.substring(0, at)));
        return isNumber
                ? new NumberText(
                        negative, digits, currency, ambiguous ? Optional.empty() : Optional.of(last), ambiguous)
                : null;
    }

    private static @Nullable NumberText both(boolean negative, String digits, String currency, DecimalMark last) {
        int at = digits.lastIndexOf(last.character());
        boolean isNumber = count(digits, last.character()) == 1
                && isDigits(digits.substring(at + 1))
                && THREES.matcher(digits.substring(0, at)).matches();
        return isNumber ? new NumberText(negative, digits, currency, Optional.of(last), false) : null;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    private static int count(String text, char character) {
        return (int) text.chars().filter(one -> one == character).count();
    }

    /** Returns the value if this is the decimal mark. */
    BigDecimal value(DecimalMark decimal) {
        String group = decimal == DecimalMark.POINT ? "," : ".";
        BigDecimal value = new BigDecimal(digits.replace(group, "").replace(decimal.character(), '.'));
        return negative ? value.negate() : value;
    }
}
