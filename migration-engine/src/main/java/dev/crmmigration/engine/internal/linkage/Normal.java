package dev.crmmigration.engine.internal.linkage;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Normal forms in which values that mean the same are the same. A value that is not valid has empty text. */
final class Normal {

    private static final Set<String> SECOND_LEVEL = WordList.words("second-level.txt");
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,24}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)\\s*(x|ext\\.?|extension|durchwahl)\\s*\\d{1,6}\\s*$");
    private static final Pattern HOST = Pattern.compile("^([a-z]+://)?([^/?#:@]+@)?(www\\d?\\.)?([^/?#:]+).*$");
    private static final int FEWEST_DIGITS = 7;
    private static final int DIGITS = 9;

    private Normal() {}

    /** Folds case, accents and signs; words are separated by one space. */
    static String fold(String text) {
        return isAscii(text) ? foldAscii(text) : foldAny(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Does what {@link #foldAny} does, letter by letter: nearly all texts have no other letters. */
    private static String foldAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean isApart = false;
        boolean isChanged = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char small = letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
            if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) {
                if (isApart && !folded.isEmpty()) {
                    folded.append(' ');
                }
                isApart = false;
                folded.append(small);
            } else if (letter != '\'') {
                isApart = true;
            }
            isChanged |= small != letter;
        }
        return !isChanged && folded.length() == text.length() && text.contentEquals(folded) ? text : folded.toString();
    }

    private static String foldAny(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String small = MARKS.matcher(plain)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o");
        return NO_WORD.matcher(small.replace("'", "")).replaceAll(" ").strip();
    }

    static String email(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String small = text.strip().toLowerCase(Locale.ROOT);
        return small.length() <= 254
                        && !small.contains("..")
                        && EMAIL.matcher(small).matches()
                ? small
                : "";
    }

    /**
     * Returns the last nine digits of a number, which are the same with and without the code of the country; all of a
     * shorter one. Numbers that are made up of one digit or count up are none.
     */
    static String phone(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String number = hasLetters(text) ? EXTENSION.matcher(text).replaceFirst("") : text;
        StringBuilder digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char letter = number.charAt(i);
            if ((letter > '0' && letter <= '9') || (letter == '0' && !digits.isEmpty())) {
                digits.append(letter);
            }
        }
        String last = digits.substring(Math.max(0, digits.length() - DIGITS));
        boolean isReal = last.length() >= FEWEST_DIGITS
                && differentDigits(last) > 2
                && !"1234567890123456789".contains(last)
                && !"9876543210987654321".contains(last);
        return isReal ? last : "";
    }

    /** An extension is announced by one. */
    private static boolean hasLetters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int differentDigits(String digits) {
        int seen = 0;
        for (int i = 0; i < digits.length(); i++) {
            seen |= 1 << (digits.charAt(i) - '0');
        }
        return Integer.bitCount(seen);
    }

    /** Returns the part of a web address or host that is registered, such as {@code example.co.uk}. */
    static String domain(String text) {
        if (text.isEmpty()) {
            return "";
        }
        var host = HOST.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!host.matches()) {
            return "";
        }
        List<String> parts = List.of(host.group(4).split("\\.", -1));
        int size = parts.size();
        if (size < 2 || parts.contains("")) {
            return "";
        }
        String two = parts.get(size - 2) + "." + parts.get(size - 1);
        return size > 2 && SECOND_LEVEL.contains(two) ? parts.get(size - 3) + "." + two : two;
    }
}
