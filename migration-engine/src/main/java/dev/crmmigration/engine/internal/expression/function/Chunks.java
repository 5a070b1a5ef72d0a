package dev.crmmigration.engine.internal.expression.function;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text that is too long for one field into pieces, where a reader would: after a paragraph, a line, a word. */
final class Chunks {

    private static final Pattern AFTER =
            Pattern.compile("</(p|div|li|ul|ol|tr|table|h[1-6])>|<br */?>|\\R", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The longest character of UTF-8: a piece must have room for one. */
    static final int LEAST = 4;

    private Chunks() {}

    /** @param bytes the most that a piece may have in UTF-8, at least 4 */
    static List<String> of(String text, int bytes) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = cut(text, start, furthest(text, start, bytes));
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    private static int furthest(String text, int start, int bytes) {
        int end = start;
        int size = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            size += bytes(text.codePointAt(end));
            if (size > bytes) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** Returns the length of a character in UTF-8 (RFC 3629). */
    private static int bytes(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x1_0000 ? 3 : LEAST;
    }

    private static int cut(String text, int start, int end) {
        if (end == text.length()) {
            return end;
        }
        int whole = beforeTag(text, start, end);
        int line = last(AFTER, text, start, whole);
        if (line > start + (whole - start) / 2) {
            return line;
        }
        int word = last(SPACE, text, start, whole);
        return word > start && !isWithinTag(text, start, word) ? word : whole;
    }

    /** A piece must not end within a tag; a tag that is longer than a piece is cut all the same. */
    private static int beforeTag(String text, int start, int end) {
        int open = text.lastIndexOf('<', end - 1);
        return open > start && isWithinTag(text, start, end) ? open : end;
    }

    private static boolean isWithinTag(String text, int start, int end) {
        int open = text.lastIndexOf('<', end - 1);
        return open >= start && text.lastIndexOf('>', end - 1) < open;
    }

    private static int last(Pattern pattern, String text, int start, int end) {
        int last = -1;
        Matcher matcher = pattern.matcher(text).region(start, end);
        while (matcher.find()) {
            last = matcher.end();
        }
        return last;
    }
}
