package dev.crmmigration.toolkit.cells;

import dev.crmmigration.toolkit.cells.ReadCells.Refusal;
import dev.crmmigration.toolkit.damage.Mend;
import dev.crmmigration.toolkit.damage.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cell that is being read, with its row. Used again for every cell. Not thread-safe. */
final class Cell {

    private List<String> row = List.of();
    private List<Mend> mends = List.of();
    private CellColumn column = CellColumn.of(0, "", Kind.RAW);
    private int position;
    private String text = "";
    private @Nullable Object value;
    private @Nullable Refusal refusal;

    void startRow(List<String> cells) {
        row = cells;
        mends = List.of();
        refusal = null;
    }

    void start(int at, CellColumn of) {
        position = at;
        column = of;
        text = row.get(of.index());
        value = null;
    }

    CellColumn column() {
        return column;
    }

    /** Returns the position of the column among those that are read, by which evidence is kept. */
    int position() {
        return position;
    }

    String text() {
        return text;
    }

    @Nullable
    Object value() {
        return value;
    }

    List<Mend> mends() {
        return mends;
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }

    /** Returns the text of the column beside it that says the country or currency, or empty text. */
    String related() {
        int index = column.related();
        return index < 0 || index >= row.size() ? "" : CellText.unwrapped(row.get(index));
    }

    void rewrite(String mended) {
        text = mended;
    }

    void rewrite(String mended, Rule rule) {
        if (!mended.equals(text)) {
            note(rule);
            text = mended;
        }
    }

    void hold(Object read) {
        value = read;
    }

    void hold(Object read, String mended) {
        value = read;
        text = mended;
    }

    /** There is nothing in the cell. */
    void clear() {
        value = null;
        text = "";
    }

    void clear(Rule rule) {
        note(rule);
        clear();
    }

    void note(Rule rule) {
        if (mends.isEmpty()) {
            mends = new ArrayList<>(2);
        }
        mends.add(new Mend(column.key(), rule, row.get(column.index())));
    }

    /** The cell is nothing of its kind. */
    void misfit(Rule rule, String words) {
        switch (column.misfit()) {
            case REFUSE -> refuse(rule, words);
            case REPORT -> {
                note(Rule.CUSTOM_TYPE);
                value = null;
            }
            case KEEP -> value = null;
        }
    }

    /** The cell has several readings: whoever goes on reading must not choose one. */
    void refuse(Rule rule, String words) {
        if (refusal == null) {
            refusal = new Refusal(column.header(), rule.because(words));
        }
    }
}
