package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.record.Money;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one file's rows into fields. Immutable. */
final class RowReader {

    /** The column that may name the currency of a row. */
    static final String CURRENCY = "currency";

    private static final String NULL_WORD = "N/A";

    private final KartraObject object;
    private final List<BoundColumn> columns;
    private final Set<String> keys;
    private final KartraSettings settings;
    private final String currency;
    private final KartraDates dates;

    /**
     * @param object what the file holds
     * @param columns its columns
     * @param currency the currency of amounts that name none, or empty text
     */
    RowReader(KartraObject object, List<BoundColumn> columns, KartraSettings settings, String currency) {
        this.object = object;
        this.columns = List.copyOf(columns);
        this.keys = columns.stream().map(BoundColumn::key).collect(Collectors.toUnmodifiableSet());
        this.settings = settings;
        this.currency = currency;
        this.dates = new KartraDates(settings.zone());
    }

    /** Reads a row. Custom columns and columns of several names stay text. */
    Row read(TabularRow.Data data) throws RowRefusedException {
        Row row = new Row(data.origin(), keys, data.repairs());
        for (int i = 0; i < columns.size(); i++) {
            BoundColumn column = columns.get(i);
            String text = data.cells().get(i).strip();
            if (text.isEmpty() || isNullWord(column, text, row)) {
                continue;
            }
            if (column.kind().isMoney()) {
                addMoney(column, text, row, data);
            } else {
                row.put(column.key(), value(column, text, row));
            }
        }
        object.complete(row, settings);
        row.identify(object.id(row));
        return row;
    }

    /** Kartra writes N/A for empty values (help 15369003); in what people write it may be meant. */
    private static boolean isNullWord(BoundColumn column, String text, Row row) {
        if (!text.equals(NULL_WORD) || column.isCustom() || column.kind() == CellKind.PROSE) {
            return false;
        }
        row.repaired(column.key(), "null-word", text);
        return true;
    }

    private @Nullable Object value(BoundColumn column, String text, Row row) throws RowRefusedException {
        return switch (column.kind()) {
            case WORD -> Cells.line(column.key(), text, row);
            case NUMBER -> Cells.number(column.header(), text);
            case YES_NO -> Cells.yesOrNo(column.header(), text);
            case MOMENT -> dates.read(column.key(), text, row);
            case PROSE, NAMES, CUSTOM -> text;
            case AMOUNT, BALANCE -> throw new IllegalStateException("amounts are read with their currency");
        };
    }

    private void addMoney(BoundColumn column, String text, Row row, TabularRow.Data data) throws RowRefusedException {
        BigDecimal amount = Amounts.read(column, text, row);
        if (column.kind() == CellKind.AMOUNT && amount.signum() < 0) {
            row.repaired(column.key(), "negative-amount", text);
            amount = amount.negate();
        }
        if (row.value(column.key()) instanceof Money before) {
            if (amount.signum() == 0) {
                return;
            }
            if (before.amount().signum() != 0) {
                throw new RowRefusedException(
                        column.header(),
                        "two-currencies: the row has this amount in two currencies. Leave the one paid");
            }
        }
        row.put(column.key(), new Money(amount, currencyOf(column, data)));
    }

    private String currencyOf(BoundColumn column, TabularRow.Data data) throws RowRefusedException {
        if (!column.currency().isEmpty()) {
            return column.currency();
        }
        for (int i = 0; i < columns.size(); i++) {
            BoundColumn other = columns.get(i);
            String code = data.cells().get(i).strip();
            if (other.key().equals(CURRENCY) && !code.isEmpty() && !code.equals(NULL_WORD)) {
                return Amounts.code(other.header(), code);
            }
        }
        if (currency.isEmpty()) {
            throw new RowRefusedException(
                    column.header(), "currency: neither header nor row names one. Set 'currency' for the source");
        }
        return currency;
    }
}
