package dev.crmmigration.toolkit.tabular;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a record and how many lines it takes.
 *
 * @param text its lines with their line ends
 * @param lines how many
 * @param quotes the state of the quotes at its end
 */
record RecordText(String text, int lines, QuoteState quotes) {

    /**
     * Reads on until the quotes fit.
     *
     * @param from the distance of the first line
     * @param mostLines how many lines to read at most
     * @param mostChars after how many characters to stop
     * @return {@code null} if there is no line
     */
    static @Nullable RecordText read(PhysicalLines lines, int from, char delimiter, int mostLines, int mostChars)
            throws IOException {
        QuoteState quotes = new QuoteState(delimiter);
        StringBuilder text = new StringBuilder();
        int count = 0;
        while (count == 0 || (quotes.isOpen() && count < mostLines && text.length() < mostChars)) {
            String line = lines.peek(from + count);
            if (line == null) {
                break;
            }
            text.append(line);
            quotes.see(line);
            count++;
        }
        return count == 0 ? null : new RecordText(text.toString(), count, quotes);
    }

    /** Returns the cells, or {@code null} if the quotes do not fit. */
    @Nullable
    Rec parse(long line, char delimiter) {
        return quotes.isOpen() || quotes.isWrong() ? null : parse(text, line, delimiter);
    }

    private static @Nullable Rec parse(String text, long line, char delimiter) {
        FastRecords records = new FastRecords(new StringReader(text), delimiter, line - 1);
        Rec rec = records.next();
        if (rec == null || rec.problem() != null) {
            return null;
        }
        return rec.cells().isEmpty() ? new Rec(line, List.of(""), 0, List.of(), null) : rec;
    }

    /** Returns the cells if the quote that is open is a character like any other: those of the lines up to its own. */
    RecordText withLiteralQuote(char delimiter) {
        int opened = quotes.opened();
        int end = opened;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        int cell = text.indexOf(delimiter, opened);
        int cellEnd = cell < 0 || cell > end ? end : cell;
        String before = text.substring(0, opened);
        String literal = '"' + text.substring(opened, cellEnd).replace("\"", "\"\"") + '"';
        QuoteState state = new QuoteState(delimiter);
        String whole = before + literal + text.substring(cellEnd, end);
        state.see(whole);
        int used =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        return new RecordText(whole, used, state);
    }
}
