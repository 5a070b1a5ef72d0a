package dev.crmmigration.engine.internal.expression.function;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** Forms phone numbers as ITU-T E.164 has them, from a country's code and what somebody typed. */
final class PhoneNumber {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()./\\-]*|\\([0-9][0-9 ()./\\-]*");
    private static final Pattern DASHES_AND_SPACES = Pattern.compile("[\\p{Pd}\\p{Z}\\s]+");
    private static final Pattern OTHER_THAN_DIGITS = Pattern.compile("[^0-9]");
    private static final Pattern CODE = Pattern.compile("(\\+|00)?([1-9][0-9]{0,2}(-[0-9]{3})?)");

    /** E.164 allows 15 digits; shorter than 8 with the country's code is a number within a town or a firm. */
    private static final int FEWEST_DIGITS = 8;

    private static final int MOST_DIGITS = 15;

    /** A number that starts with its country's code has it already if it is at least this long. */
    private static final int FEWEST_DIGITS_WITH_CODE = 11;

    /** Where the leading zero is part of the number and not a prefix for calls within the country. */
    private static final Set<String> ZERO_BELONGS = Set.of("39", "378", "225", "229", "242");

    private PhoneNumber() {}

    /** Returns the number in E.164, or as it was typed if that cannot be formed. */
    static String e164(String code, String typed, String defaultCode) {
        String number = DASHES_AND_SPACES
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        if (!NUMBER.matcher(number).matches()) {
            return typed;
        }
        String digits = digits(number);
        if (number.startsWith("+")) {
            return formed(digits(number.replace("(0)", "")), typed);
        }
        if (digits.startsWith("00")) {
            return formed(digits(number.replace("(0)", "")).substring(2), typed);
        }
        String country = dialCode(code).isEmpty() ? dialCode(defaultCode) : dialCode(code);
        return country.isEmpty() ? typed : national(country, digits, typed);
    }

    private static String national(String country, String digits, String typed) {
        if (digits.startsWith(country) && digits.length() >= FEWEST_DIGITS_WITH_CODE) {
            return formed(digits, typed);
        }
        boolean hasPrefix = digits.startsWith("0") && !ZERO_BELONGS.contains(country);
        return formed(country + (hasPrefix ? digits.substring(1) : digits), typed);
    }

    private static String formed(String digits, String typed) {
        boolean fits = digits.length() >= FEWEST_DIGITS && digits.length() <= MOST_DIGITS;
        return fits && !digits.startsWith("0") ? "+" + digits : typed;
    }

    /** Returns the digits of a country's code; empty if it is none, as the name of a country is not. */
    private static String dialCode(String code) {
        var match = CODE.matcher(code.strip());
        return match.matches() ? digits(match.group(2)) : "";
    }

    private static String digits(String text) {
        return OTHER_THAN_DIGITS.matcher(text).replaceAll("");
    }
}
