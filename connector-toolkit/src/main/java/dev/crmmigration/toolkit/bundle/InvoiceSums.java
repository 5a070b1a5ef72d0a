package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.record.Money;
import dev.crmmigration.toolkit.damage.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Checks the amounts of invoices, and finds out when they were settled. */
public final class InvoiceSums {

    private InvoiceSums() {}

    /** Reports totals that are not the sum of their parts, and payments beyond the total. */
    public static void check(RowDraft row) {
        Optional<BigDecimal> total = amount(row, "total");
        Optional<BigDecimal> parts =
                amount(row, "subtotal").flatMap(net -> amount(row, "tax").map(net::add));
        if (total.isPresent() && parts.isPresent() && parts.get().compareTo(total.get()) != 0) {
            row.mend("total", Rule.MONEY_SUM);
        }
        Optional<BigDecimal> paid = amount(row, "amount_paid");
        if (total.isPresent() && paid.isPresent() && paid.get().compareTo(total.get()) > 0) {
            row.mend("amount_paid", Rule.MONEY_SUM);
        }
    }

    private static Optional<BigDecimal> amount(RowDraft row, String field) {
        return row.value(field).map(Money.class::cast).map(Money::amount);
    }

    /**
     * Returns when an invoice was settled: when it says so, else on the day on which it was due or issued.
     *
     * @param isSettled whether it says that it was
     */
    public static Optional<Instant> settledAt(RowDraft row, boolean isSettled, ZoneId zone) {
        Optional<Instant> paid = row.moment("paid_at");
        if (paid.isPresent() || !isSettled) {
            return paid;
        }
        row.mend(row.data().has("paid_at") ? "paid_at" : "", Rule.MONEY_SUM);
        return row.date("due_on")
                .or(() -> row.date("issued_on"))
                .map(day -> day.atStartOfDay(zone).toInstant());
    }
}
