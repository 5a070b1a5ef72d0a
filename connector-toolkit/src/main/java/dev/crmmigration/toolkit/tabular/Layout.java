package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.damage.Rule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a file is laid out, told by its beginning.
 *
 * @param dialect how its cells are separated
 * @param headerLine the line of the header, from 1
 * @param headers the cells of the header; none if the file is empty
 * @param broken whether the quotes of the header do not fit
 * @param onlyHeader whether nothing follows the header
 * @param rules what was found
 */
record Layout(
        Dialect dialect, long headerLine, List<String> headers, boolean broken, boolean onlyHeader, List<Rule> rules) {

    private static final Pattern SEPARATOR = Pattern.compile("(?i)\\A\"?sep=(.)\"?(\\r\\n|\\n|\\r)");

    /** A file of JSON objects has no header: their names are its columns. */
    static Layout ofJson(List<String> names) {
        return new Layout(new Dialect(',', false, true), 0, names, false, false, List.of());
    }

    /** @param known the keys of headers that are known; may be empty */
    static Layout of(String sample, Set<String> known) {
        List<Rule> rules = new ArrayList<>();
        String text = sample;
        Matcher separator = SEPARATOR.matcher(sample);
        boolean told = separator.find();
        if (told) {
            rules.add(Rule.SEP_LINE);
            text = sample.substring(separator.end());
        }
        char delimiter = told ? separator.group(1).charAt(0) : Delimiter.of(text, known);
        boolean backslash = isBackslash(text, delimiter);
        if (backslash) {
            rules.add(Rule.QUOTE_BACKSLASH);
            text = unescaped(text, delimiter);
        }
        Dialect dialect = new Dialect(delimiter, backslash, false);
        HeaderSearch.Found found = HeaderSearch.in(text, delimiter, known);
        if (found == null) {
            return new Layout(dialect, 1, List.of(), false, false, rules);
        }
        if (found.above() > 0) {
            rules.add(Rule.HDR_PREAMBLE);
        }
        if (found.problem()) {
            rules.add(Rule.HDR_MISSING);
        }
        return new Layout(
                dialect,
                found.line() + (told ? 1 : 0),
                found.headers(),
                found.headers().isEmpty(),
                found.last(),
                rules);
    }

    /** Tells whether quotes have backslashes before them: whether more records are alike if they do. */
    static boolean isBackslash(String text, char delimiter) {
        if (!text.contains("\\\"")) {
            return false;
        }
        return alike(unescaped(text, delimiter), delimiter) > alike(text, delimiter);
    }

    private static long alike(String text, char delimiter) {
        List<List<String>> records = Delimiter.records(text, delimiter);
        return records.stream().collect(Collectors.groupingBy(List::size, Collectors.counting())).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static String unescaped(String text, char delimiter) {
        try (BufferedReader reader = new BufferedReader(new QuoteEscapes(new StringReader(text), delimiter))) {
            StringBuilder all = new StringBuilder();
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                all.append((char) next);
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
