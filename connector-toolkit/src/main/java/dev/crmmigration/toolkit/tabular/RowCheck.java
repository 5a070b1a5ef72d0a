package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.cells.TornRow;
import java.util.List;
import java.util.regex.Pattern;

/** What is known of the rows of a table without having read them all. Immutable. */
final class RowCheck {

    /** What programs write below the last row. */
    private static final Pattern FOOTER = Pattern.compile(
            "(?i)(grand total|sub-?total|totals?|sum|summe|gesamt(summe)?|exported (on|at|by)|export date|generated (on|at|by))"
                    + "\\b.*");

    private final TornRow torn;
    private final int key;
    private final boolean keyFirst;
    private final boolean textLast;

    /**
     * @param columns the columns of the table
     * @param width how many cells a row has
     */
    RowCheck(List<CellColumn> columns, int width) {
        this.torn = new TornRow(columns);
        this.key = columns.stream()
                .filter(column -> column.kind() == Kind.ID)
                .mapToInt(CellColumn::index)
                .findFirst()
                .orElse(-1);
        this.keyFirst = columns.stream().anyMatch(column -> column.index() == 0 && isKey(column.kind()));
        this.textLast = columns.stream()
                .anyMatch(column ->
                        column.index() == width - 1 && (column.kind() == Kind.TEXT || column.kind() == Kind.LONG_TEXT));
    }

    private static boolean isKey(Kind kind) {
        return kind == Kind.ID || kind == Kind.REFERENCE || kind == Kind.EMAIL;
    }

    /** Tells whether a row that was put together holds in every column what the column holds. */
    boolean fits(List<String> cells) {
        return torn.fits(cells);
    }

    /** Tells whether rows begin with a key, so that their beginning can be told. */
    boolean isKeyFirst() {
        return keyFirst;
    }

    /** Tells whether rows end with free text, which may go on in the next line. */
    boolean isTextLast() {
        return textLast;
    }

    /** Tells whether cells look like what stands below the last row. */
    boolean isFooter(List<String> cells) {
        if (key < 0 || cells.isEmpty() || !mayBeFooter(cells.get(0))) {
            return false;
        }
        boolean hasKey = key > 0 && key < cells.size() && !cells.get(key).isBlank();
        return !hasKey && FOOTER.matcher(cells.get(0).strip()).matches();
    }

    /** Most rows are none, and a look at one character is cheap. */
    private static boolean mayBeFooter(String cell) {
        return !cell.isEmpty() && " \tgGtTsSeE".indexOf(cell.charAt(0)) >= 0;
    }
}
