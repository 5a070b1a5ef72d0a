package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is searched for, whatever its case.
 *
 * @param text in lower case
 * @param fields where to look; empty for everywhere
 */
record SearchTerm(String text, boolean exact, List<String> fields) {

    private static final int MIN_LENGTH = 2;

    /** Reads the parameters of a search, or refuses it. */
    static SearchTerm of(Map<String, String> query) {
        boolean exact = "true".equals(query.get("exact_match"));
        String text = query.getOrDefault("term", "").strip().toLowerCase(Locale.ROOT);
        requireLength(text, exact);
        String fields = query.getOrDefault("fields", "");
        return new SearchTerm(text, exact, fields.isEmpty() ? List.of() : List.of(fields.split(",", -1)));
    }

    /** Refuses a term that is too short: less than two characters, or none where the match is exact. */
    static void requireLength(String text, boolean exact) {
        if (text.codePointCount(0, text.length()) < (exact ? 1 : MIN_LENGTH)) {
            throw ApiException.invalid("term: This value is too short.", null);
        }
    }

    boolean looksIn(String field) {
        return fields.isEmpty() || fields.contains(field);
    }

    boolean matches(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return exact ? lower.equals(text) : lower.contains(text);
    }

    /** Returns a test of whole documents that is cheaper than looking into them. */
    DocumentTest documentTest() {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(text)).toLowerCase(Locale.ROOT);
        byte[] wanted = escaped.getBytes(UTF_8);
        if (wanted.length == escaped.length()) {
            return document -> contains(document, wanted);
        }
        return document -> new String(document, UTF_8).toLowerCase(Locale.ROOT).contains(escaped);
    }

    /** Looks for ASCII letters in lower case without making a text of the document first. */
    private static boolean contains(byte[] document, byte[] wanted) {
        byte first = wanted[0];
        byte upper = (byte) Character.toUpperCase((char) first);
        for (int i = 0; i <= document.length - wanted.length; i++) {
            if ((document[i] == first || document[i] == upper) && continues(document, i, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean continues(byte[] document, int start, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            byte next = document[start + i];
            int lower = next >= 'A' && next <= 'Z' ? next + ('a' - 'A') : next;
            if (lower != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a document may match. */
    @FunctionalInterface
    interface DocumentTest {

        boolean mayMatch(byte[] document);
    }
}
