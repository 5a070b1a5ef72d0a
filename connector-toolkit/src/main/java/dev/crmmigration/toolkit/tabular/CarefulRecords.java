package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.Rec.Note;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads records of a file in which something is wrong: with its lines before it, so that torn rows can be mended. */
final class CarefulRecords implements AutoCloseable {

    private static final int MANY_LINES = 51;
    private static final int MANY_CHARS = 1 << 16;
    private static final int SURE = 20;
    private static final String UNCLOSED =
            "a quote in this line is never closed. Double the quotes within the cell, or export the" + " file again";
    private static final String TEXT_AFTER =
            "text follows a closing quote. Double the quotes within the cell, or export the" + " file again";

    private final PhysicalLines lines;
    private final char delimiter;
    private final int width;
    private final RowCheck check;
    private final RowMending mending;
    private long end;

    CarefulRecords(PhysicalLines lines, char delimiter, int width, RowCheck check, KeyShapes keys) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.width = width;
        this.check = check;
        this.mending = new RowMending(lines, delimiter, width, check, keys);
    }

    /** Returns the line after the last record. */
    long end() {
        return end;
    }

    /** Tells whether the record that was given out is the last. */
    boolean isAtEnd() throws IOException {
        return lines.peek(0) == null;
    }

    @Nullable
    Rec next() throws IOException {
        RecordText text = RecordText.read(lines, 0, delimiter, MANY_LINES, MANY_CHARS);
        if (text == null) {
            return null;
        }
        Rec rec = text.quotes().isOpen() ? ofRunaway(text) : of(text);
        end = lines.number();
        return rec;
    }

    private Rec of(RecordText text) throws IOException {
        Rec rec = text.parse(lines.number(), delimiter);
        if (rec == null) {
            Rec literal = text.lines() > 1 ? literal(text) : null;
            return literal != null ? literal : broken(Rule.QUOTE_STRAY, TEXT_AFTER);
        }
        if (rec.isBlank() || check.isFooter(rec.cells())) {
            lines.skip(text.lines());
            return rec;
        }
        return mending.mend(rec, text);
    }

    private Rec broken(Rule rule, String words) {
        Rec rec = Rec.broken(lines.number(), rule.because(words));
        lines.skip(1);
        return rec;
    }

    private Rec ofRunaway(RecordText text) throws IOException {
        Rec literal = literal(text);
        if (literal != null) {
            return literal;
        }
        RecordText all = RecordText.read(lines, 0, delimiter, Integer.MAX_VALUE, FastRecords.MAX_CELL_CHARS);
        return all == null || all.quotes().isOpen() ? broken(Rule.QUOTE_RUNAWAY, UNCLOSED) : of(all);
    }

    /** Returns the record with the quote that runs away as a character like any other, if all that follows bears it out. */
    private @Nullable Rec literal(RecordText text) throws IOException {
        RecordText literal = text.withLiteralQuote(delimiter);
        Rec rec = literal.parse(lines.number(), delimiter);
        if (rec == null || rec.cells().size() != width || !isSureAfter(literal.lines())) {
            return null;
        }
        List<Note> notes = new ArrayList<>(rec.notes());
        notes.add(new Note(Rule.QUOTE_RUNAWAY, -1, literal.text()));
        lines.skip(literal.lines());
        return new Rec(rec.line(), rec.cells(), rec.marks(), notes, null);
    }

    /** Tells whether the records after the line are as wide as they should be, and enough of them. */
    private boolean isSureAfter(int from) throws IOException {
        int at = from;
        for (int sure = 0; sure < SURE; sure++) {
            RecordText text = RecordText.read(lines, at, delimiter, MANY_LINES, MANY_CHARS);
            Rec rec = text == null ? null : text.parse(1, delimiter);
            if (text == null || rec == null || rec.cells().size() != width) {
                return false;
            }
            at += text.lines();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
