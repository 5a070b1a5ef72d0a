package dev.crmmigration.toolkit.cells;

import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.http.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads words of a few: choices, lists, yes and no, currencies. */
final class WordCells {

    private static final Map<String, Boolean> YES_NO = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("wahr", true),
            Map.entry("vrai", true),
            Map.entry("verdadero", true),
            Map.entry("yes", true),
            Map.entry("ja", true),
            Map.entry("oui", true),
            Map.entry("y", true),
            Map.entry("1", true),
            Map.entry("x", true),
            Map.entry("false", false),
            Map.entry("falsch", false),
            Map.entry("faux", false),
            Map.entry("falso", false),
            Map.entry("no", false),
            Map.entry("nein", false),
            Map.entry("non", false),
            Map.entry("n", false),
            Map.entry("0", false));

    /** What programs write that no spreadsheet changed. */
    private static final Set<String> USUAL = Set.of("yes", "no", "Yes", "No", "1", "0");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    static boolean isCurrency(String text) {
        return CURRENCIES.contains(text.toUpperCase(Locale.ROOT));
    }

    static boolean isYesOrNo(String text) {
        return YES_NO.containsKey(text.toLowerCase(Locale.ROOT));
    }

    void read(Cell cell) {
        switch (cell.column().kind()) {
            case CURRENCY -> readCurrency(cell);
            case BOOLEAN -> readBoolean(cell);
            case LIST -> cell.hold(list(cell.text()));
            default -> readChoice(cell);
        }
    }

    private static void readCurrency(Cell cell) {
        String code = cell.text().toUpperCase(Locale.ROOT);
        if (CURRENCIES.contains(code)) {
            cell.hold(code, code);
        } else {
            cell.misfit(Rule.NUM_LOCALE, "the cell is no currency such as USD. Correct it");
        }
    }

    private static void readBoolean(Cell cell) {
        String text = cell.text();
        if (text.equals("true") || text.equals("false")) {
            cell.hold(text.equals("true"));
            return;
        }
        Boolean read = YES_NO.get(text.toLowerCase(Locale.ROOT));
        if (read != null && USUAL.contains(text)) {
            cell.hold(read, read.toString());
        } else if (read == null) {
            cell.misfit(Rule.XL_BOOL, "the cell is neither yes nor no. Correct it, or empty it");
        } else {
            cell.rewrite(read.toString(), Rule.XL_BOOL);
            cell.hold(read);
        }
    }

    private static void readChoice(Cell cell) {
        Map<String, String> words = cell.column().words();
        String same = words.get(cell.text());
        String known = same != null ? same : words.get(CellColumn.word(cell.text()));
        if (known != null) {
            cell.hold(known, known);
            return;
        }
        if (!words.isEmpty()) {
            cell.note(Rule.ENUM_NEW);
        }
        cell.hold(cell.text());
    }

    /** Semicolons between them, with a backslash before those that belong to a word; or a JSON array. */
    static List<String> list(String text) {
        if (text.indexOf(';') < 0 && !text.startsWith("[")) {
            return List.of(text);
        }
        if (text.startsWith("[")) {
            List<String> array = array(text);
            if (array != null) {
                return array;
            }
        }
        if (text.indexOf('\\') < 0) {
            return plainList(text);
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ';') {
                word.append(';');
                i++;
            } else if (character == ';') {
                add(word, words);
            } else {
                word.append(character);
            }
        }
        add(word, words);
        return List.copyOf(words);
    }

    private static List<String> plainList(String text) {
        List<String> words = new ArrayList<>(4);
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf(';', start);
            String word = text.substring(start, end < 0 ? text.length() : end).strip();
            if (!word.isEmpty()) {
                words.add(word);
            }
            start = end < 0 ? text.length() + 1 : end + 1;
        }
        return Collections.unmodifiableList(words);
    }

    private static void add(StringBuilder word, List<String> words) {
        String text = word.toString().strip();
        if (!text.isEmpty()) {
            words.add(text);
        }
        word.setLength(0);
    }

    private static @Nullable List<String> array(String text) {
        try {
            return Json.parse(text) instanceof List<?> list
                    ? list.stream()
                            .map(one -> one == null ? "" : one.toString())
                            .filter(one -> !one.isEmpty())
                            .toList()
                    : null;
        } catch (RuntimeException e) {
            return null;
        }
    }
}
