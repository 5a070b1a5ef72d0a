package dev.crmmigration.connector.profi;

import dev.crmmigration.api.record.Money;
import dev.crmmigration.connector.profi.Bodies.Body;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.HeaderKey;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Completes what was written: notes, activities, invoices, values of custom fields. */
final class PaperCompletion {

    private final Survey survey;

    PaperCompletion(Survey survey) {
        this.survey = survey;
    }

    void note(RowDraft row) {
        body(row);
        String author = survey.coaches().email(row.text("author_coach_id"), row.text("author_email"));
        row.put("author_email", author);
        row.put("owner", survey.clients().ownerOf(row.text("client_id")));
    }

    /** Makes HTML of the body. */
    void body(RowDraft row) {
        Body body = Bodies.of(row.text("body"), row.text("body_format"));
        row.put("content", body.html());
        if (body.isUnsafe()) {
            row.mend("body", Rule.HTML_UNSAFE);
        }
        if (body.wasEscaped()) {
            row.mend("body", Rule.HTML_ENTITY);
        }
    }

    void invoice(RowDraft row) {
        settled(row).ifPresent(moment -> row.put("settled_at", moment));
        sums(row);
        row.put("owner", survey.clients().ownerOf(row.text("client_id")));
    }

    /** An invoice is settled when it says so, or says when. */
    private Optional<Instant> settled(RowDraft row) {
        Optional<Instant> paid = row.moment("paid_at");
        if (paid.isEmpty() && row.text("status").equals("paid")) {
            row.mend(row.data().has("paid_at") ? "paid_at" : "", Rule.MONEY_SUM);
            return row.date("due_on")
                    .or(() -> row.date("issued_on"))
                    .map(day -> day.atStartOfDay(survey.export().zone()).toInstant());
        }
        return paid;
    }

    private static void sums(RowDraft row) {
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

    /** Reads a value by the type of its field; one that is nothing of it stays text. */
    void customValue(RowDraft row) {
        Optional<CustomField> field = survey.export().custom(row.text("entity_type"), key(row.text("field_key")));
        row.put("field_key", key(row.text("field_key")));
        if (row.text("entity_type").equals("client")) {
            survey.clients().find(row.text("entity_id"), "").ifPresent(found -> row.put("entity_id", found.id()));
        }
        String text = row.text("value").strip();
        if (field.isEmpty() || text.isEmpty()) {
            return;
        }
        try {
            read(row, field.get(), text);
        } catch (DateTimeException | NumberFormatException e) {
            row.mend("value", Rule.CUSTOM_TYPE);
        }
    }

    private static String key(String text) {
        return HeaderKey.of(text);
    }

    private static void read(RowDraft row, CustomField field, String text) {
        switch (field.type()) {
            case "number" -> row.put("value_number", new BigDecimal(text));
            case "date" -> row.put("value_date", LocalDate.parse(text));
            case "boolean" -> flag(row, text);
            case "multi_select" ->
                row.put(
                        "value_list",
                        List.copyOf(Stream.of(text.split(";"))
                                .map(String::strip)
                                .filter(item -> !item.isEmpty())
                                .toList()));
            default -> {}
        }
    }

    private static void flag(RowDraft row, String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            row.put("value_flag", Boolean.parseBoolean(text));
        } else {
            row.mend("value", Rule.CUSTOM_TYPE);
        }
    }
}
