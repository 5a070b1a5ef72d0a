package dev.crmmigration.engine.internal.expression.function;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the functions of text share. */
final class Texts {

    /** Unlike {@code String.strip}, spaces that do not break and byte order marks as well: exports are full of them. */
    private static final Pattern SPACE_AT_ENDS = Pattern.compile("^[\\s\\p{Z}\\uFEFF]+|[\\s\\p{Z}\\uFEFF]+$");

    private static final Pattern PUNCTUATION_AND_SPACE = Pattern.compile("[\\p{P}\\p{Z}\\s\\p{Cc}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    private Texts() {}

    static String strip(String text) {
        return SPACE_AT_ENDS.matcher(text).replaceAll("");
    }

    /** Returns the text without space around it, or {@code null} if nothing is left. */
    static @Nullable String stripped(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String stripped = strip(text);
        return stripped.isEmpty() ? null : stripped;
    }

    /** Returns the key by which spellings of one name are the same, or {@code null} if nothing is left. */
    static @Nullable String normal(String text) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        return stripped(
                PUNCTUATION_AND_SPACE.matcher(visible.toLowerCase(Locale.ROOT)).replaceAll(" "));
    }

    /** Returns the first characters of a text; a character that Java holds as a pair is one, and is never cut. */
    static String truncate(String text, long characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, (int) characters));
    }
}
