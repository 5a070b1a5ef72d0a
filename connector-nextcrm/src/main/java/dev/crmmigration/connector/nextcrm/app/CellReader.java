package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one column of a result into the value of a field. Immutable. */
final class CellReader {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final AppTable table;
    private final Column column;
    private final String name;
    private final ColumnKind kind;
    private final int index;
    private final int second;
    private final boolean isReference;
    private final Map<String, String> names;
    private final String currency;

    /**
     * @param index the place of the value in the select list
     * @param second the place of the second column that it needs, 0 if there is none
     */
    CellReader(AppTable table, Column column, int index, int second, AppFields fields) {
        this.table = table;
        this.column = column;
        this.name = column.reads().isEmpty() ? column.key() : column.reads().get(0);
        this.kind = column.kind();
        this.index = index;
        this.second = second;
        this.isReference = fields.isReference(column);
        this.names = column.kind() == ColumnKind.NAMED || column.kind() == ColumnKind.OWNER
                ? fields.small().of(SmallTable.valueOf(column.target()))
                : Map.of();
        this.currency = fields.defaultCurrency();
    }

    String key() {
        return column.key();
    }

    String column() {
        return name;
    }

    /** Returns the value, or {@code null} if there is none. */
    @Nullable
    Object read(CopiedRow row, RowNotes notes) throws RowRefusedException {
        return switch (kind) {
            case LINE -> line(row.text(index), notes);
            case PROSE, WORD -> text(row.text(index));
            case WHOLE -> whole(row.text(index));
            case NUMBER -> number(row.text(index));
            case YES_NO -> row.isNone(index) ? null : (Object) row.isTrue(index);
            case MOMENT -> moment(row, index, column());
            case WORDS -> ArrayText.items(row.text(index));
            case LABELS -> JsonTexts.labels(row.text(index));
            case ADDRESSES -> JsonTexts.addresses(row.text(index));
            case REFERENCE -> reference(row.text(index));
            case NAMED, OWNER -> name(row.text(index), notes);
            case MONEY -> money(row);
            case FILE -> file(row, notes);
        };
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private @Nullable String line(@Nullable String text, RowNotes notes) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (Texts.isOneLine(text)) {
            return text;
        }
        notes.repaired(column.key(), "line-break");
        return Texts.line(text.strip());
    }

    private static @Nullable Long whole(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    /** Prisma writes UTC into columns without a zone; an infinite moment is none. */
    static @Nullable Instant moment(CopiedRow row, int index, String column) throws RowRefusedException {
        try {
            return row.moment(index);
        } catch (NumberFormatException e) {
            throw new RowRefusedException(column, "moment: the time is infinite. Set it to the moment that is meant");
        }
    }

    private @Nullable Object reference(@Nullable String id) {
        if (id == null || !isReference) {
            return id;
        }
        return new RecordRef(ObjectType.of(column.target()), id);
    }

    /** Users can be deleted while what they made stays, and most of such columns have no foreign key. */
    private @Nullable String name(@Nullable String id, RowNotes notes) {
        if (id == null) {
            return null;
        }
        String known = names.get(id);
        if (known == null) {
            notes.repaired(column.key(), "dangling-reference");
        }
        return known;
    }

    private @Nullable Money money(CopiedRow row) throws RowRefusedException {
        BigDecimal amount = number(row.text(index));
        if (amount == null) {
            return null;
        }
        String own = second == 0 ? null : text(row.text(second));
        String code = (own == null ? currency : own).strip().toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            throw new RowRefusedException(
                    column(), "currency: neither the row nor the application names one. Set 'currency' for the source");
        }
        if (!CURRENCY.matcher(code).matches()) {
            throw new RowRefusedException(
                    "currency", "currency: it is no code of three letters such as EUR. Correct it in NextCRM");
        }
        return new Money(amount, code);
    }

    private @Nullable AttachmentRef file(CopiedRow row, RowNotes notes) {
        String path = text(row.text(index));
        if (path == null || (second > 0 && row.text(second) != null)) {
            return null;
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        return new AttachmentRef(table.object() + ":" + notes.id(), Texts.line(last.isBlank() ? "file" : last.strip()));
    }
}
