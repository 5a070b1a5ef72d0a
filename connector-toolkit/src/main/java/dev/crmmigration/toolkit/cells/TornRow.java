package dev.crmmigration.toolkit.cells;

import dev.crmmigration.toolkit.identity.EmailText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells whether a row that was put together, or cut, holds in every column what the column holds. Asks no column as a whole.
 * Immutable.
 */
public final class TornRow {

    private static final Pattern KEY = Pattern.compile("[^\\s,;|]{1,80}");
    private static final Pattern PHONE = Pattern.compile("[+0-9(][0-9 ()./\\-]{4,}( ?(x|ext\\.?) ?\\d+)?");
    private static final Pattern SERIAL = Pattern.compile("[2-6]\\d{4}([.,]\\d+)?");
    private static final Pattern ZEROS = Pattern.compile("0000-00-00.*");

    private final List<CellColumn> telling;

    public TornRow(List<CellColumn> columns) {
        this.telling = columns.stream().filter(column -> column.kind().tells()).toList();
    }

    /** Tells whether every cell is of the kind of its column, or empty. */
    public boolean fits(List<String> cells) {
        for (CellColumn column : telling) {
            if (column.index() < cells.size() && !isSound(column, CellText.unwrapped(cells.get(column.index())))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSound(CellColumn column, String text) {
        Kind kind = column.kind();
        if (text.isEmpty() || (kind != Kind.ID && NullWords.isOne(text))) {
            return kind != Kind.ID;
        }
        return switch (kind) {
            case ID, REFERENCE -> KEY.matcher(text).matches();
            case EMAIL -> EmailText.key(text).isPresent();
            case PHONE -> PHONE.matcher(text).matches();
            case CHOICE -> column.words().isEmpty() || column.words().containsKey(CellColumn.word(text));
            case CURRENCY -> WordCells.isCurrency(text);
            case BOOLEAN -> WordCells.isYesOrNo(text);
            case DATE, MOMENT ->
                IsoText.of(text) != null
                        || DateText.of(text) != null
                        || SERIAL.matcher(text).matches()
                        || ZEROS.matcher(text).matches();
            default -> NumberText.of(text) != null;
        };
    }
}
