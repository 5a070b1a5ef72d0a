package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.record.CrmRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A subscription as its transactions tell it. Not thread-safe. */
final class FoldedSubscription {

    /** By date, and within a moment by id, which Kartra counts up. */
    private record Place(Instant date, String id) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::date)
                .thenComparing(place -> place.id.length())
                .thenComparing(Place::id);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** The columns of transactions that say what a subscription is, with its fields. */
    private static final Map<String, String> FIELDS = Map.of(
            "lead_id", "lead_id", "buyer_email", "lead_email", "product", "product_name", "price_point", "price_point");

    private final String id;
    private @Nullable Place first;
    private boolean isFirstSale;
    private @Nullable Place last;
    private String status = "";
    private Map<String, String> told = Map.of();

    FoldedSubscription(String id) {
        this.id = id;
    }

    void see(Row row) {
        Instant date = row.value("date") instanceof Instant moment ? moment : Instant.MIN;
        Place place = new Place(date, row.id());
        String kind = String.valueOf(row.text(Transactions.KIND));
        begin(row, place, kind.equals("sale"));
        String after = statusAfter(kind);
        if (!after.isEmpty() && (last == null || last.compareTo(place) <= 0)) {
            last = place;
            status = after;
        }
    }

    /** The first sale says what was bought by whom; without one the first row does. */
    private void begin(Row row, Place place, boolean isSale) {
        boolean isEarlier = first == null || place.compareTo(first) < 0;
        if ((isSale && !isFirstSale) || (isSale == isFirstSale && isEarlier)) {
            first = place;
            isFirstSale = isSale;
            told = told(row);
        }
    }

    private static Map<String, String> told(Row row) {
        Map<String, String> told = new TreeMap<>();
        FIELDS.forEach((column, field) -> {
            String text = row.text(column);
            if (text != null) {
                told.put(field, text);
            }
        });
        return told;
    }

    /** A failed payment, and money given back, change nothing. */
    private static String statusAfter(String kind) {
        return switch (kind) {
            case "sale", "rebill", "revert can" -> "active";
            case "request can" -> "active cancellation requested";
            case "cancellation" -> "cancelled";
            default -> "";
        };
    }

    CrmRecord record() {
        CrmRecord.Builder record =
                CrmRecord.builder(Subscriptions.TYPE.name(), id).put("subscription_id", id);
        told.forEach(record::put);
        if (!status.isEmpty()) {
            record.put("status", status);
        }
        if (isFirstSale && first != null && !first.date().equals(Instant.MIN)) {
            record.put("start_date", first.date());
        }
        return record.build();
    }
}
