package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What transactions say about subscriptions and affiliates, for exports that have no file of them. Kartra documents no file of either.
 * Not thread-safe.
 */
final class TransactionFolds implements RowRelations {

    private final RefundPairing refunds = new RefundPairing();
    private final Map<String, FoldedSubscription> subscriptions = new TreeMap<>();
    private final Map<String, CrmRecord> affiliates = new TreeMap<>();
    private final Map<String, Instant> lastSeen = new TreeMap<>();

    @Override
    public void see(Row row) {
        refunds.see(row);
        String subscription = row.text("subscription_id");
        if (subscription != null) {
            subscriptions.computeIfAbsent(subscription, FoldedSubscription::new).see(row);
        }
        String affiliate = row.text("affiliate_id");
        if (affiliate != null) {
            seeAffiliate(affiliate, row);
        }
    }

    /** The latest transaction says what an affiliate is called. */
    private void seeAffiliate(String id, Row row) {
        Instant date = row.value("date") instanceof Instant moment ? moment : Instant.MIN;
        if (!lastSeen.getOrDefault(id, Instant.MIN).isAfter(date)) {
            lastSeen.put(id, date);
            CrmRecord.Builder record =
                    CrmRecord.builder(Affiliates.TYPE.name(), id).put("affiliate_id", id);
            for (String field : List.of("username", "name", "email")) {
                String text = row.text("affiliate_" + field);
                if (text != null) {
                    record.put(field, text);
                }
            }
            affiliates.put(id, record.build());
        }
    }

    @Override
    public boolean endFirstLook() {
        return refunds.endFirstLook();
    }

    @Override
    public void seeAgain(Row row) {
        refunds.seeAgain(row);
    }

    @Override
    public void decide() {
        refunds.decide();
    }

    @Override
    public void complete(Row row) {
        refunds.complete(row);
    }

    @Override
    public List<String> gaps() {
        return refunds.gaps();
    }

    /** Returns the records of an object that was told by transactions. */
    @Override
    public List<CrmRecord> folded(ObjectType type) {
        if (type.equals(Subscriptions.TYPE)) {
            return subscriptions.values().stream()
                    .map(FoldedSubscription::record)
                    .toList();
        }
        return type.equals(Affiliates.TYPE) ? List.copyOf(affiliates.values()) : List.of();
    }

    /** Describes such an object. */
    static Optional<ObjectDescription> describe(ObjectType type) {
        if (type.equals(Subscriptions.TYPE)) {
            return Optional.of(described(
                    type,
                    Map.of("start_date", FieldType.INSTANT),
                    "subscription_id",
                    "lead_id",
                    "lead_email",
                    "product_name",
                    "price_point",
                    "status",
                    "start_date"));
        }
        return type.equals(Affiliates.TYPE)
                ? Optional.of(described(type, Map.of(), "affiliate_id", "username", "name", "email"))
                : Optional.empty();
    }

    private static ObjectDescription described(ObjectType type, Map<String, FieldType> types, String... keys) {
        List<FieldDescription> fields = new ArrayList<>();
        for (String key : keys) {
            fields.add(FieldDescription.builder(key, types.getOrDefault(key, FieldType.TEXT))
                    .build());
        }
        return new ObjectDescription(type, fields, ObjectTraits.SOURCE);
    }
}
