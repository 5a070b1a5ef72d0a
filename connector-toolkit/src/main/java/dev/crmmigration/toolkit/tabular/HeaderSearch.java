package dev.crmmigration.toolkit.tabular;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the header of a file: not always the first line, and not always there. */
final class HeaderSearch {

    private static final int RECORDS = 30;
    private static final int SURE = 2;
    private static final Pattern DATA = Pattern.compile(
            "[^\\s@]+@[^\\s@]+\\.[^\\s@]+|\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}.*|-?\\d+([.,]\\d+)?");

    private HeaderSearch() {}

    /**
     * What was found.
     *
     * @param line the line of the header, from 1
     * @param headers its cells
     * @param above how many records that are not blank stand above it
     * @param last whether nothing follows it
     * @param problem whether there is none, as the first line holds data
     */
    record Found(long line, List<String> headers, int above, boolean last, boolean problem) {}

    /**
     * Looks for the header.
     *
     * @param sample the beginning of the file
     * @param known the keys of headers that are known; if there are none, the first line is the header
     * @return {@code null} if there is no line
     */
    static @Nullable Found in(String sample, char delimiter, Set<String> known) {
        List<Rec> records = records(sample, delimiter);
        if (records.isEmpty()) {
            return null;
        }
        for (int i = 0; i < records.size() && !known.isEmpty(); i++) {
            Rec rec = records.get(i);
            int cells =
                    (int) rec.cells().stream().filter(cell -> !cell.isBlank()).count();
            if (hits(rec.cells(), known) >= Math.min(SURE, Math.max(1, cells)) && !holdsData(rec.cells())) {
                return new Found(rec.line(), rec.cells(), i, i == records.size() - 1, false);
            }
        }
        Rec first = records.get(0);
        boolean isData = !known.isEmpty() && hits(first.cells(), known) == 0 && holdsData(first.cells());
        return new Found(first.line(), first.cells(), 0, records.size() == 1, isData);
    }

    private static List<Rec> records(String sample, char delimiter) {
        List<Rec> records = new ArrayList<>();
        FastRecords reader = new FastRecords(new StringReader(sample), delimiter, 0);
        for (Rec next = reader.next(); next != null && records.size() < RECORDS; next = reader.next()) {
            if (next.problem() != null && !records.isEmpty()) {
                break;
            }
            if (!next.isBlank()) {
                records.add(next);
            }
            if (next.problem() != null) {
                break;
            }
        }
        return records;
    }

    static int hits(List<String> cells, Set<String> known) {
        if (known.isEmpty()) {
            return 0;
        }
        return (int) cells.stream()
                .map(TabularFile::bare)
                .map(HeaderKey::of)
                .filter(known::contains)
                .count();
    }

    private static boolean holdsData(List<String> cells) {
        return cells.stream().anyMatch(cell -> DATA.matcher(cell.strip()).matches());
    }
}
