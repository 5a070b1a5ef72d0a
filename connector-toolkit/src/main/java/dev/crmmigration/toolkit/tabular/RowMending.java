package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.cells.CellMarks;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.Rec.Note;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mends rows that have too few or too many cells, where there is exactly one way. Not thread-safe. */
final class RowMending {

    private static final int MOST_LINES = 10;

    private final PhysicalLines lines;
    private final char delimiter;
    private final int width;
    private final RowCheck check;
    private final KeyShapes keys;

    RowMending(PhysicalLines lines, char delimiter, int width, RowCheck check, KeyShapes keys) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.width = width;
        this.check = check;
        this.keys = keys;
    }

    /** Returns the record as it was meant, if that is sure, and goes on after it. */
    Rec mend(Rec rec, RecordText text) throws IOException {
        int cells = rec.cells().size();
        if (cells < width) {
            return mendShort(rec, text);
        }
        lines.skip(text.lines());
        boolean isWhole = cells == width || (rec.isBlankFrom(width) && check.fits(rec.cells()));
        return isWhole ? withTail(rec) : mendLong(rec, text);
    }

    private Rec mendLong(Rec rec, RecordText text) {
        int joined = rec.cells().size() - width + 1;
        List<String> found = null;
        for (int at = 0; at < width; at++) {
            List<String> cells = new ArrayList<>(rec.cells().subList(0, at));
            cells.add(String.join(String.valueOf(delimiter), rec.cells().subList(at, at + joined)));
            cells.addAll(rec.cells().subList(at + joined, rec.cells().size()));
            if (isRow(cells)) {
                if (found != null) {
                    return tooLong(rec);
                }
                found = cells;
            }
        }
        return found == null ? tooLong(rec) : mended(rec, found, Rule.ROW_LONG, text.text());
    }

    private Rec tooLong(Rec rec) {
        return Rec.broken(
                rec.line(),
                Rule.ROW_LONG.because("the row has " + rec.cells().size() + " cells but the header has " + width
                        + ". Quote cells that hold the delimiter"));
    }

    private boolean isRow(List<String> cells) {
        boolean startsRow =
                !check.isKeyFirst() || keys.isEmpty() || cells.get(0).isBlank() || keys.isKey(cells.get(0));
        return startsRow && check.fits(cells);
    }

    private Rec mendShort(Rec rec, RecordText text) throws IOException {
        List<String> cells = new ArrayList<>(rec.cells());
        StringBuilder raw = new StringBuilder(text.text());
        int used = text.lines();
        while (cells.size() < width && used < text.lines() + MOST_LINES) {
            RecordText next = RecordText.read(lines, used, delimiter, MOST_LINES, FastRecords.MAX_CELL_CHARS);
            Rec rest = next == null ? null : rest(next);
            if (next == null || rest == null) {
                break;
            }
            append(cells, rest.cells());
            raw.append(next.text());
            used += next.lines();
        }
        if (cells.size() == width && isRow(cells)) {
            lines.skip(used);
            return withTail(mended(rec, cells, Rule.ROW_SHORT, raw.toString()));
        }
        lines.skip(text.lines());
        return padded(rec, text);
    }

    /** Returns the line if it is the rest of a row and not a row of its own. */
    private @Nullable Rec rest(RecordText next) {
        Rec rec = next.parse(1, delimiter);
        boolean isRest = rec != null
                && rec.cells().size() < width
                && check.isKeyFirst()
                && !keys.isEmpty()
                && !keys.isKey(rec.cells().get(0))
                && !check.isFooter(rec.cells());
        return isRest ? rec : null;
    }

    private static void append(List<String> cells, List<String> rest) {
        int last = cells.size() - 1;
        cells.set(last, cells.get(last) + "\n" + rest.get(0));
        cells.addAll(rest.subList(1, rest.size()));
    }

    private Rec padded(Rec rec, RecordText text) {
        List<String> cells = new ArrayList<>(rec.cells());
        cells.addAll(Collections.nCopies(width - cells.size(), ""));
        return isRow(cells)
                ? mended(rec, cells, Rule.ROW_SHORT, text.text())
                : Rec.broken(
                        rec.line(),
                        Rule.ROW_SHORT.because("the row has " + rec.cells().size() + " cells but the header has "
                                + width + ", and they do not fit its columns. Export the file again"));
    }

    /** Free text at the end of a row goes on in lines that are no rows, after blank lines as well. */
    private Rec withTail(Rec rec) throws IOException {
        Rec whole = rec;
        boolean mayGoOn = check.isTextLast() && width > 1 && rec.cells().size() == width;
        for (int used = 0; mayGoOn && used < MOST_LINES; ) {
            RecordText next = RecordText.read(lines, used, delimiter, 1, FastRecords.MAX_CELL_CHARS);
            Rec rest = next == null ? null : rest(next);
            mayGoOn = next != null && rest != null && rest.cells().size() == 1;
            if (next == null || rest == null || !mayGoOn) {
                break;
            }
            used += next.lines();
            if (!rest.isBlank()) {
                List<String> cells = new ArrayList<>(whole.cells());
                append(cells, List.of("\n".repeat(used - 1) + rest.cells().get(0)));
                whole = mended(whole, cells, Rule.ROW_SHORT, next.text());
                lines.skip(used);
                used = 0;
            }
        }
        return whole;
    }

    private static Rec mended(Rec rec, List<String> cells, Rule rule, String raw) {
        List<Note> notes = new ArrayList<>(rec.notes());
        notes.add(new Note(rule, -1, raw));
        return new Rec(rec.line(), cells, CellMarks.UNKNOWN, notes, null);
    }
}
