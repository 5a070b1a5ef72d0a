package dev.crmmigration.connector.kartra;

import static dev.crmmigration.connector.kartra.CellKind.AMOUNT;
import static dev.crmmigration.connector.kartra.CellKind.MOMENT;
import static dev.crmmigration.connector.kartra.CellKind.NUMBER;
import static dev.crmmigration.connector.kartra.CellKind.WORD;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.toolkit.damage.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The subscriptions. Kartra documents no file of them: the columns are those of its API, without the prefix. */
final class Subscriptions implements KartraObject {

    static final ObjectType TYPE = ObjectType.of("subscription");

    private static final Set<String> STATUSES = Set.of("active", "paused", "cancelled", "terminated");

    private static final List<KnownField> FIELDS = List.of(
            KnownField.telling(WORD, "subscription_id"),
            KnownField.of(WORD, "lead_id", "subscription_lead_id"),
            KnownField.of(WORD, "lead_email", "email"),
            KnownField.of(WORD, "product_id", "subscription_product_id"),
            KnownField.of(WORD, "product_name", "product", "subscription_product_name"),
            KnownField.of(WORD, "price_point", "subscription_price_point"),
            KnownField.of(WORD, "status", "subscription_status"),
            KnownField.of(MOMENT, "start_date", "subscription_start_date"),
            KnownField.of(MOMENT, "end_date", "subscription_end_date"),
            KnownField.telling(NUMBER, "current_installment", "subscription_current_installment"),
            KnownField.telling(WORD, "installments_left", "subscription_installments_left"),
            KnownField.telling(WORD, "recurring_period", "subscription_recurring_period"),
            KnownField.telling(MOMENT, "next_payment_date", "subscription_next_payment_date"),
            KnownField.telling(
                    AMOUNT,
                    "next_payment_amount",
                    "next_scheduled_payment_amount",
                    "subscription_next_scheduled_payment_amount"),
            KnownField.of(WORD, "affiliate", "subscription_affiliate"),
            KnownField.of(WORD, "jv", "subscription_jv"));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public String file() {
        return "subscriptions";
    }

    @Override
    public List<KnownField> fields() {
        return FIELDS;
    }

    @Override
    public Optional<String> made() {
        return Optional.of("start_date");
    }

    @Override
    public List<List<String>> required() {
        return List.of(List.of("subscription_id"));
    }

    @Override
    public void complete(Row row, KartraSettings settings) {
        Words.check(row, "status", STATUSES);
        boolean isBackwards = row.value("start_date") instanceof Instant start
                && row.value("end_date") instanceof Instant end
                && end.isBefore(start);
        if (isBackwards) {
            row.repaired("end_date", Rule.TIME_ORDER.name(), String.valueOf(row.value("end_date")));
        }
        String status = row.text("status");
        row.put("status", status == null ? null : Words.of(status));
    }

    @Override
    public String id(Row row) throws RowRefusedException {
        return row.required("subscription_id");
    }
}
