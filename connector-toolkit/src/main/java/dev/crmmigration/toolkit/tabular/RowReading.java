package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.source.Origin;
import dev.crmmigration.toolkit.cells.CellMarks;
import dev.crmmigration.toolkit.cells.CellReader;
import dev.crmmigration.toolkit.cells.ReadCells;
import dev.crmmigration.toolkit.cells.ReadCells.Refusal;
import dev.crmmigration.toolkit.damage.Mend;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.TabularRow.Broken;
import dev.crmmigration.toolkit.tabular.TabularRow.Data;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes rows of records, and says what that took. Not thread-safe. */
final class RowReading {

    private static final String WHOLE_ROW = "";
    private static final String AFTER_BROKEN = Rule.QUOTE_RUNAWAY.because(
            "the line follows one with broken quotes and may belong to its row. Mend that line, or export the file again");
    private static final char NOT_TEXT = '\uFFFD';

    private final TabularFile file;
    private final ColumnReading columns;
    private final CellReader cells;
    private final int width;
    private boolean headerBefore;
    private boolean afterBroken;

    RowReading(TabularFile file, ColumnReading columns) {
        this.file = file;
        this.columns = columns;
        this.cells = columns.reader();
        this.width = file.width();
    }

    void headerAgain() {
        headerBefore = true;
    }

    /** @param guessed whether a line of the record is not in the encoding of the file */
    TabularRow row(Rec rec, boolean guessed) {
        Origin origin = new Origin(file.name(), rec.line());
        if (rec.problem() != null) {
            afterBroken |= rec.problem().startsWith("QUOTE");
            return new Broken(origin, WHOLE_ROW, rec.problem());
        }
        if (afterBroken && mayBelongToTheLineBefore(rec)) {
            return new Broken(origin, WHOLE_ROW, AFTER_BROKEN);
        }
        afterBroken = false;
        if (isUndecoded(rec)) {
            return new Broken(
                    origin,
                    WHOLE_ROW,
                    Rule.ENC_UNKNOWN.because(
                            "the row has bytes that are no text in " + file.encoding() + ". Export the file as UTF-8"));
        }
        ReadCells read = cells.read(file.headerColumns().merged(fitted(rec.cells())), rec.marks());
        Refusal refusal = read.refusal();
        return refusal != null
                ? new Broken(origin, refusal.column(), refusal.rule())
                : new Data(origin, columns.positions(), read.texts(), read.values(), mends(rec, guessed, read));
    }

    private boolean isUndecoded(Rec rec) {
        return (rec.marks() & CellMarks.BEYOND_ASCII) != 0
                && !file.textEncoding().proven()
                && rec.cells().stream().anyMatch(cell -> cell.indexOf(NOT_TEXT) >= 0);
    }

    /** The rest of a record with broken quotes looks like a short row, or has its closing quote: no record of its own. */
    private boolean mayBelongToTheLineBefore(Rec rec) {
        boolean isMended = rec.notes().stream().anyMatch(note -> note.rule() == Rule.ROW_SHORT);
        return isMended || rec.cells().size() < width || rec.cells().stream().anyMatch(cell -> cell.indexOf('"') >= 0);
    }

    private List<String> fitted(List<String> row) {
        if (row.size() >= width) {
            return row;
        }
        List<String> padded = new ArrayList<>(row);
        padded.addAll(Collections.nCopies(width - row.size(), ""));
        return padded;
    }

    private List<Mend> mends(Rec rec, boolean guessed, ReadCells read) {
        boolean isGuess = guessed
                || (file.textEncoding().isGuess()
                        && (rec.marks() & CellMarks.BEYOND_ASCII) != 0
                        && hasBeyondAscii(rec));
        boolean isTrimmed = rec.cells().size() > width;
        if (!headerBefore && !isTrimmed && !isGuess && rec.notes().isEmpty()) {
            return read.mends();
        }
        List<Mend> mends = new ArrayList<>();
        if (headerBefore) {
            mends.add(new Mend(WHOLE_ROW, Rule.HDR_REPEAT, String.join(",", file.headers())));
            headerBefore = false;
        }
        rec.notes().forEach(note -> mends.add(new Mend(keyOf(note.column()), note.rule(), note.raw())));
        if (isTrimmed) {
            mends.add(new Mend(WHOLE_ROW, Rule.ROW_LONG, text(rec)));
        }
        if (isGuess) {
            mends.add(new Mend(WHOLE_ROW, guessed ? Rule.ENC_MIXED : Rule.ENC_1252, text(rec)));
        }
        mends.addAll(read.mends());
        return mends;
    }

    private static boolean hasBeyondAscii(Rec rec) {
        return rec.cells().stream().anyMatch(cell -> cell.chars().anyMatch(character -> character > 127));
    }

    private String text(Rec rec) {
        return String.join(String.valueOf(file.dialect().delimiter()), rec.cells());
    }

    private String keyOf(int column) {
        return columns.columns().stream()
                .filter(one -> one.index() == column)
                .map(one -> one.key())
                .findFirst()
                .orElse(WHOLE_ROW);
    }
}
