package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.toolkit.tabular.TabularRow.Broken;
import dev.crmmigration.toolkit.tabular.TabularRow.Data;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Brings the rows of a file to the width of its header and says what that took. Not thread-safe. */
final class RowShape {

    private static final String WHOLE_ROW = "";
    private static final String AFTER_BROKEN =
            "broken-quotes: the line follows one with broken quotes and may belong to"
                    + " its row. Mend that line, or export the file again";
    private static final char NOT_TEXT = '\uFFFD';

    private final TabularFile file;
    private final int width;
    private long repeatedHeaders;
    private boolean headerBefore;
    private boolean afterBroken;

    RowShape(TabularFile file) {
        this.file = file;
        this.width = file.columns().size();
    }

    void headerAgain() {
        repeatedHeaders++;
        headerBefore = true;
    }

    long repeatedHeaders() {
        return repeatedHeaders;
    }

    Broken broken(long line, String rule) {
        afterBroken = true;
        return new Broken(new Origin(file.name(), line), rule);
    }

    TabularRow row(long line, List<String> cells) {
        if (cells.size() > width && !isBlank(cells.subList(width, cells.size()))) {
            return new Broken(
                    new Origin(file.name(), line),
                    "ragged-row: the row has " + cells.size() + " cells but the header has " + width
                            + ". Quote cells that hold the delimiter");
        }
        if (afterBroken && mayBelongToTheLineBefore(cells)) {
            return broken(line, AFTER_BROKEN);
        }
        afterBroken = false;
        if (!file.textEncoding().proven() && cells.stream().anyMatch(cell -> cell.indexOf(NOT_TEXT) >= 0)) {
            return new Broken(
                    new Origin(file.name(), line),
                    "encoding: the row has bytes that are no text in " + file.encoding()
                            + ". Export the file as UTF-8");
        }
        return new Data(new Origin(file.name(), line), fitted(cells), repairs(cells));
    }

    /** The rest of a record with broken quotes looks like a short row, or has its closing quote: no record of its own. */
    private boolean mayBelongToTheLineBefore(List<String> cells) {
        return cells.size() < width || cells.stream().anyMatch(cell -> cell.indexOf('"') >= 0);
    }

    private List<String> fitted(List<String> cells) {
        if (cells.size() >= width) {
            return cells.subList(0, width);
        }
        List<String> padded = new ArrayList<>(cells);
        padded.addAll(Collections.nCopies(width - cells.size(), ""));
        return padded;
    }

    private List<Repair> repairs(List<String> cells) {
        List<Repair> repairs = new ArrayList<>();
        if (headerBefore) {
            repairs.add(new Repair(WHOLE_ROW, "repeated-header"));
            headerBefore = false;
        }
        if (cells.size() != width) {
            repairs.add(new Repair(WHOLE_ROW, cells.size() < width ? "short-row" : "trailing-delimiter"));
        }
        if (file.textEncoding().isGuess() && !cells.stream().allMatch(RowShape::isAscii)) {
            repairs.add(new Repair(WHOLE_ROW, "windows-1252"));
        }
        return repairs;
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }
}
