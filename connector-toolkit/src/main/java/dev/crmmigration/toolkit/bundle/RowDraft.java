package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.toolkit.cells.CellColumn;
import dev.crmmigration.toolkit.cells.Kind;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.TabularRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row on its way to a record. Not thread-safe. */
public final class RowDraft {

    private final BundleObject object;
    private final TabularRow.Data data;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Repair> repairs;
    private String id = "";

    private RowDraft(BundleObject object, List<CellColumn> columns, TabularRow.Data data) {
        this.object = object;
        this.data = data;
        this.repairs = new ArrayList<>(data.repairs().stream()
                .map(repair -> new Repair(fieldOf(object, columns, repair.field()), repair.rule(), repair.raw()))
                .toList());
    }

    /** Returns the field that a repaired column is; empty text if it is the whole row or no field of its own. */
    private static String fieldOf(BundleObject object, List<CellColumn> columns, String column) {
        return columns.stream()
                .filter(one -> one.key().equals(column) && !object.isHidden(column))
                .map(one -> BundleFields.key(object, one))
                .findFirst()
                .orElse("");
    }

    /**
     * Takes over the cells of a row.
     *
     * @param currency the currency of amounts that name none, or empty text
     * @throws RowRefusedException if an amount has no currency
     */
    public static RowDraft of(BundleObject object, List<CellColumn> columns, TabularRow.Data data, String currency) {
        RowDraft draft = new RowDraft(object, columns, data);
        for (CellColumn column : columns) {
            if (!object.isHidden(column.key())) {
                draft.put(BundleFields.key(object, column), draft.value(column, currency));
            }
        }
        return draft;
    }

    private @Nullable Object value(CellColumn column, String currency) {
        Object value = data.value(column.key()).orElse(null);
        if (column.kind() == Kind.MONEY && value instanceof BigDecimal amount) {
            String said = data.text(BundleObject.CURRENCY);
            String code = said.isEmpty() ? currency : said;
            if (code.isEmpty()) {
                throw new RowRefusedException(
                        column.header(),
                        "CURRENCY: the amount names no currency. Set 'currency', or add a column for it");
            }
            return new Money(amount, code);
        }
        return switch (column.kind()) {
            case INTEGER, DECIMAL, DATE, MOMENT, BOOLEAN -> value;
            case LIST -> data.list(column.key()).isEmpty() ? null : data.list(column.key());
            default -> text(column);
        };
    }

    private @Nullable String text(CellColumn column) {
        String text = data.text(column.key());
        return text.isBlank() ? null : text;
    }

    public BundleObject object() {
        return object;
    }

    public Origin origin() {
        return data.origin();
    }

    public TabularRow.Data data() {
        return data;
    }

    public String id() {
        return id;
    }

    public void id(String value) {
        id = value;
    }

    public boolean isDeleted() {
        return data.moment(Columns.DELETED).isPresent();
    }

    public Optional<Instant> changed() {
        return moment(Columns.UPDATED).or(() -> moment(Columns.CREATED));
    }

    /** Returns which of several rows with one key counts: the one that was changed last. */
    public long version() {
        return moment(Columns.UPDATED).map(Instant::toEpochMilli).orElse(0L);
    }

    public Optional<Object> value(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** Returns a text, empty if there is none. */
    public String text(String field) {
        Object value = values.get(field);
        return value instanceof String text ? text : "";
    }

    @SuppressWarnings("unchecked") // lists of a draft are those of the reader, which hold texts
    public List<String> list(String field) {
        return values.get(field) instanceof List<?> list ? (List<String>) list : List.of();
    }

    public Optional<Instant> moment(String field) {
        return value(field).filter(Instant.class::isInstance).map(Instant.class::cast);
    }

    public Optional<LocalDate> date(String field) {
        return value(field).filter(LocalDate.class::isInstance).map(LocalDate.class::cast);
    }

    public Optional<BigDecimal> decimal(String field) {
        return value(field).filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
    }

    public Optional<Long> integer(String field) {
        return value(field).filter(Long.class::isInstance).map(Long.class::cast);
    }

    /** Gives a field a value; none takes it away. */
    public void put(String field, @Nullable Object value) {
        if (value == null || "".equals(value)) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    /** Notes that something was mended. */
    public void mend(String field, Rule rule) {
        mend(field, rule.name());
    }

    public void mend(String field, String rule) {
        repairs.add(new Repair(field, rule));
    }

    /** Returns how many fields have a value. */
    public int filled() {
        return values.size();
    }

    /** Returns the record. */
    public SourceEntry.Read read() {
        CrmRecord.Builder record = CrmRecord.builder(new RecordRef(object.type(), id));
        values.forEach(record::put);
        SourceEntry.Read read = new SourceEntry.Read(record.build(), origin(), version(), repairs);
        return changed().map(read::changedAt).orElse(read);
    }
}
