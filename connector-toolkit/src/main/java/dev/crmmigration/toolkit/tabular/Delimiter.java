package dev.crmmigration.toolkit.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Finds out what separates the cells of a file. */
final class Delimiter {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int RECORDS = 200;

    private Delimiter() {}

    /**
     * Returns the candidate that gives the header the most columns which the rows have as well.
     *
     * @param sample the beginning of the file
     * @return a comma if no candidate gives two columns
     */
    static char of(String sample) {
        char best = CANDIDATES[0];
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(sample, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(String sample, char delimiter) {
        List<Integer> counts = cellCounts(sample, delimiter);
        if (counts.isEmpty()) {
            return 0;
        }
        int columns = counts.get(0);
        long matching = counts.stream().filter(count -> count == columns).count();
        return (columns - 1) * (double) matching / counts.size();
    }

    /** The last record is left out, as the sample may end within it, unless it is the only one. */
    private static List<Integer> cellCounts(String sample, char delimiter) {
        List<Integer> counts = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(sample)) {
            records.stream().limit(RECORDS).forEach(one -> counts.add(one.getFieldCount()));
        } catch (CsvParseException e) {
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counts.size() > 1 && counts.size() < RECORDS ? counts.subList(0, counts.size() - 1) : counts;
    }
}
