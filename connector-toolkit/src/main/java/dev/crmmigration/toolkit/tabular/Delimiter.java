package dev.crmmigration.toolkit.tabular;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out what separates the cells of a file. */
final class Delimiter {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int RECORDS = 200;
    private static final int HEADER_RECORDS = 30;
    private static final int MOST_COLUMNS = 10;
    private static final int KNOWN_HEADER = 5;

    private Delimiter() {}

    /**
     * Returns the candidate that gives most records the same number of cells, and many of them, and headers that are known.
     *
     * @param sample the beginning of the file
     * @param known the keys of headers that are known; may be empty
     * @return a comma if no candidate gives two columns
     */
    static char of(String sample, Set<String> known) {
        char best = CANDIDATES[0];
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(records(sample, candidate), known);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(List<List<String>> records, Set<String> known) {
        Map<Integer, Integer> counts = new HashMap<>();
        records.forEach(record -> counts.merge(record.size(), 1, Integer::sum));
        int modal = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            boolean more = entry.getValue() > most || (entry.getValue() == most && entry.getKey() > modal);
            modal = more ? entry.getKey() : modal;
            most = more ? entry.getValue() : most;
        }
        if (modal < 2) {
            return 0;
        }
        double share = (double) most / records.size();
        return share * Math.min(modal - 1, MOST_COLUMNS) + KNOWN_HEADER * headers(records, known);
    }

    private static long headers(List<List<String>> records, Set<String> known) {
        return records.stream()
                .limit(HEADER_RECORDS)
                .mapToLong(record -> HeaderSearch.hits(record, known))
                .max()
                .orElse(0);
    }

    /** Returns the first records; the last is left out, as the sample may end within it, unless it is the only one. */
    static List<List<String>> records(String sample, char delimiter) {
        List<List<String>> records = new ArrayList<>();
        FastRecords reader = new FastRecords(new StringReader(sample), delimiter, 0);
        for (Rec next = reader.next(); next != null && records.size() < RECORDS; next = reader.next()) {
            if (next.problem() != null) {
                break;
            }
            if (!next.isBlank()) {
                records.add(next.cells());
            }
        }
        return records.size() > 1 && records.size() < RECORDS ? records.subList(0, records.size() - 1) : records;
    }
}
