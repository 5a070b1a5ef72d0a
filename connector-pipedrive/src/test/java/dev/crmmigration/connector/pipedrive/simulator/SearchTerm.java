package dev.crmmigration.connector.pipedrive.simulator;

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
        if (text.length() < (exact ? 1 : MIN_LENGTH)) {
            throw ApiException.invalid("term: This value is too short.", null);
        }
        String fields = query.getOrDefault("fields", "");
        return new SearchTerm(text, exact, fields.isEmpty() ? List.of() : List.of(fields.split(",", -1)));
    }

    boolean looksIn(String field) {
        return fields.isEmpty() || fields.contains(field);
    }

    boolean matches(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return exact ? lower.equals(text) : lower.contains(text);
    }

    /** Tells whether a document may match: cheaper than looking into it. */
    boolean mayMatch(String document) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        return document.toLowerCase(Locale.ROOT).contains(escaped.toLowerCase(Locale.ROOT));
    }
}
