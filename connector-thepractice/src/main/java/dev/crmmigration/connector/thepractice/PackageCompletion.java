package dev.crmmigration.connector.thepractice;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.toolkit.bundle.BundleObject;
import dev.crmmigration.toolkit.bundle.Columns;
import dev.crmmigration.toolkit.bundle.RowDraft;
import dev.crmmigration.toolkit.damage.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Completes the packages of clients: what is left of them, when their status changed, whether their sessions add up. */
final class PackageCompletion {

    /** The statuses of The Practice, each of which has a field for when it was reached last. */
    static final List<String> STATUSES = List.of("active", "paused", "completed", "expired", "cancelled");

    /** What is left was worked out from the price. */
    private static final String REMAINING_COMPUTED = "REMAINING_COMPUTED";

    /** When a status was reached is taken from the last change of the row. */
    private static final String STATUS_TIME_ASSUMED = "STATUS_TIME_ASSUMED";

    private final Survey survey;

    PackageCompletion(Survey survey) {
        this.survey = survey;
    }

    static BundleObject fields(BundleObject object) {
        BundleObject all = object.with("package_type", FieldType.TEXT)
                .with("assigned_on", FieldType.DATE)
                .with("remaining_credit", FieldType.MONEY)
                .with("remaining_from", FieldType.TEXT)
                .with("ended_at", FieldType.INSTANT)
                .with("status_log", FieldType.LONG_TEXT)
                .with("status_times_from", FieldType.TEXT)
                .with("linked_quantity", FieldType.DECIMAL)
                .with("balance", FieldType.TEXT);
        for (String status : STATUSES) {
            all = all.with(status + "_at", FieldType.INSTANT).with(status + "_on", FieldType.DATE);
        }
        return all;
    }

    /** Returns the status that a row says, else the one that its last change led to. */
    static String status(RowDraft row, StatusChanges changes) {
        String own = row.text("status");
        return own.isEmpty() ? changes.status(row.id()).orElse("") : own;
    }

    static boolean tracksHours(RowDraft row, Optional<Offers.Offer> sold) {
        String own = row.text("tracks");
        return (own.isEmpty() ? sold.map(Offers.Offer::tracks).orElse("") : own).equals("hours");
    }

    void complete(RowDraft row) {
        survey.people().client(row, "");
        row.put("status", status(row, survey.changes()));
        Optional<Offers.Offer> sold = survey.offers().of(row);
        sold.ifPresent(one -> sold(row, one));
        row.moment("assigned_at")
                .map(survey::dayOf)
                .or(() -> row.date("starts_on"))
                .ifPresent(day -> row.put("assigned_on", day));
        remaining(row, sold.map(Offers.Offer::type).orElse(""));
        statusTimes(row);
        row.put("ended_at", ended(row).orElse(null));
        balance(row);
        survey.people().owner(row, "assigned_coach_id", "assigned_coach_email", row.text("client_id"));
    }

    private static void sold(RowDraft row, Offers.Offer one) {
        if (!one.id().equals(row.text("package_id"))) {
            row.put("package_id", one.id());
            row.mend("package_id", Rule.REF_DANGLING);
        }
        if (row.text("package_title").isEmpty()) {
            row.put("package_title", one.title());
        }
        if (row.value("price").isEmpty()) {
            row.put("price", one.price());
        }
        row.put("package_type", one.type());
    }

    /** What is left as the export says it, else by price; of packages that are paid by use nothing is. */
    private static void remaining(RowDraft row, String type) {
        Optional<Money> stated = row.value("remaining_value").map(Money.class::cast);
        if (type.equals("usage_based")) {
            row.put("remaining_from", "none");
        } else if (stated.isPresent()) {
            row.put("remaining_credit", stated.get());
            row.put("remaining_from", "stated");
        } else {
            computed(row).ifPresent(money -> {
                row.put("remaining_credit", money);
                row.put("remaining_from", "computed");
                row.mend(row.data().has("remaining_value") ? "remaining_value" : "", REMAINING_COMPUTED);
            });
        }
    }

    private static Optional<Money> computed(RowDraft row) {
        Optional<Money> price = row.value("price").map(Money.class::cast);
        Optional<BigDecimal> left = row.decimal("quantity_remaining");
        Optional<BigDecimal> total = row.decimal("quantity_total").filter(all -> all.signum() > 0);
        if (price.isEmpty() || left.isEmpty() || total.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal amount = left.get().multiply(price.get().amount()).divide(total.get(), 2, RoundingMode.HALF_UP);
        return Optional.of(new Money(amount, price.get().currency()));
    }

    /** Without a file of changes only the time is known at which the row was changed last. */
    private void statusTimes(RowDraft row) {
        List<String> lines = survey.changes().lines(row.id());
        row.put("status_log", String.join("\n", lines));
        for (String status : STATUSES) {
            survey.changes().last(row.id(), status).ifPresent(at -> reached(row, status, at));
        }
        if (!lines.isEmpty()) {
            row.put("status_times_from", "changes");
        } else if (STATUSES.contains(row.text("status"))) {
            row.moment(Columns.UPDATED).ifPresent(at -> {
                reached(row, row.text("status"), at);
                row.put("status_times_from", "last change of the row");
                row.mend("status", STATUS_TIME_ASSUMED);
            });
        }
    }

    private void reached(RowDraft row, String status, Instant at) {
        row.put(status + "_at", at);
        row.put(status + "_on", survey.dayOf(at));
    }

    /** When a package was over, by the source's own times. */
    private Optional<Instant> ended(RowDraft row) {
        String status = row.text("status");
        if (!List.of("completed", "expired", "cancelled").contains(status)) {
            return Optional.empty();
        }
        Optional<Instant> changed = survey.changes().last(row.id(), status);
        Optional<Instant> end = row.date("ends_on")
                .map(day -> day.atStartOfDay(survey.bundle().zone()).toInstant());
        Optional<Instant> updated = row.moment(Columns.UPDATED);
        return switch (status) {
            case "completed" ->
                changed.or(() -> survey.lastUse(row.id())).or(() -> updated).or(() -> end);
            case "expired" -> changed.or(() -> end).or(() -> updated);
            default -> changed.or(() -> updated).or(() -> end);
        };
    }

    private void balance(RowDraft row) {
        survey.links().balanceOf(row.id()).ifPresent(balance -> {
            row.put("linked_quantity", balance.linked());
            row.put("balance", balance.verdict().word());
            if (balance.verdict().isOff()) {
                row.mend(row.data().has("quantity_used") ? "quantity_used" : "", Rule.BALANCE);
            }
        });
    }
}
