package dev.crmmigration.connector.kartra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Splits a cell into names.
 *
 * @param separators the characters that may stand between names
 * @param vocabulary names in lower case that stay whole even if they hold a separator; may be empty
 */
record NameSplitter(String separators, Set<String> vocabulary) {

    NameSplitter {
        vocabulary = Set.copyOf(vocabulary);
    }

    static NameSplitter at(String separator) {
        return new NameSplitter(separator, Set.of());
    }

    /** Returns the names in their order, without blanks around them, each once, whatever its case. */
    List<String> split(String cell) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String piece : pieces(cell)) {
            names.putIfAbsent(piece.toLowerCase(Locale.ROOT), piece);
        }
        return List.copyOf(names.values());
    }

    private List<String> pieces(String cell) {
        List<String> pieces = new ArrayList<>();
        for (int start = 0; start < cell.length(); ) {
            int end = endOfName(cell, start);
            String piece = cell.substring(start, end).strip();
            if (!piece.isEmpty()) {
                pieces.add(piece);
            }
            start = end + 1;
        }
        return pieces;
    }

    /** The longest known name that begins here, else what there is up to the next separator. */
    private int endOfName(String cell, int start) {
        int first = nextSeparator(cell, start);
        int longest = first;
        for (int end = first; !vocabulary.isEmpty(); end = nextSeparator(cell, end + 1)) {
            if (vocabulary.contains(cell.substring(start, end).strip().toLowerCase(Locale.ROOT))) {
                longest = end;
            }
            if (end >= cell.length()) {
                break;
            }
        }
        return longest;
    }

    private int nextSeparator(String cell, int from) {
        for (int i = from; i < cell.length(); i++) {
            if (separators.indexOf(cell.charAt(i)) >= 0) {
                return i;
            }
        }
        return cell.length();
    }
}
