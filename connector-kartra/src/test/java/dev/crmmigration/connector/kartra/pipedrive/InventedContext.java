package dev.crmmigration.connector.kartra.pipedrive;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** An export with every column that Kartra is known to have, and an account as Pipedrive makes them. */
final class InventedContext implements MappingContext {

    static final String OWNER = "owner@acme.example";

    private static final Map<String, List<String>> DISTINCT = Map.of(
            "contact.tags", List.of("VIP", "Webinar attended", "vip"),
            "contact.lists", List.of("Newsletter", "Prospects"),
            "contact.gdpr_status_raw", List.of("Accepted", "Not accepted"),
            "contact.Segment", List.of("Gold", "Lead"));

    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, List<FieldDescription>> source = new HashMap<>();
    private final Map<String, List<FieldDescription>> destination = new HashMap<>();

    InventedContext() {
        source(
                "contact",
                "lead_id email first_name middle_name last_name phone phone_country_code company address city"
                        + " state zip country website source notes:LONG_TEXT created:INSTANT gdpr_status gdpr_status_raw"
                        + " gdpr_status_date:INSTANT gdpr_status_ip gdpr_communications gdpr_communications_raw tags:CHOICES"
                        + " lists:CHOICES sequences:CHOICES score:INTEGER owner_email status masked_test_lead:BOOLEAN");
        customField("Shoe size", FieldType.TEXT);
        customField("Biography", FieldType.LONG_TEXT);
        customField("Segment", FieldType.CHOICE, "Gold", "Silver");
        customField("name", FieldType.TEXT);
        source(
                "transaction",
                "type date:INSTANT product price_point quantity:INTEGER amount:MONEY processor"
                        + " processor_transaction_id lead_id buyer_email subscription_id refund_of coupon_code"
                        + " automatic_cancellation:BOOLEAN affiliate_username");
        source(
                "subscription",
                "lead_id lead_email product_id product_name price_point status start_date:INSTANT"
                        + " end_date:INSTANT recurring_period current_installment:INTEGER installments_left"
                        + " next_payment_date:INSTANT next_payment_amount:MONEY affiliate jv");
        source(
                "appointment",
                "calendar_name class_name lead_id lead_email host_email starts:INSTANT minutes:INTEGER"
                        + " time_zone status location notes:LONG_TEXT");
        source(
                "affiliate",
                "username name email lead_id status products earned:MONEY reserve:MONEY due:MONEY paid:MONEY");
        destination("organization", "name owner_id:USER label_ids:CHOICES address:ADDRESS add_time:INSTANT");
        destination(
                "person",
                "name emails:CONTACT_POINTS phones:CONTACT_POINTS org_id:REFERENCE owner_id:USER"
                        + " label_ids:CHOICES add_time:INSTANT");
        destination(
                "deal",
                "title value:DECIMAL currency:CHOICE stage_id:CHOICE person_id:REFERENCE org_id:REFERENCE"
                        + " owner_id:USER expected_close_date:DATE won_time:INSTANT lost_time:INSTANT lost_reason"
                        + " label_ids:CHOICES");
        option("deal", "status", Option.of("open", "Open"), Option.of("won", "Won"), Option.of("lost", "Lost"));
        destination(
                "activity",
                "subject due_date:DATE due_time:TIME duration:DURATION done:BOOLEAN owner_id:USER"
                        + " org_id:REFERENCE participants:PARTICIPANTS note:LONG_TEXT location");
        option("activity", "type", Option.of("call", "Call"), Option.of("meeting", "Meeting"));
        destination("note", "content:LONG_TEXT person_id:REFERENCE add_time:INSTANT");
        rows().forEach(row -> row.choices().forEach(this::propose));
        answers.put("defaultOwner", OWNER);
    }

    /** Returns the rows as an application finds them. */
    static List<ObjectMapping> rows() {
        return ServiceLoader.load(ObjectMapping.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(row -> row.sourcePlatform().equals("kartra"))
                .filter(row -> row.destinationPlatform().equals("pipedrive"))
                .toList();
    }

    InventedContext answering(String choice, String answer) {
        answers.put(choice, answer);
        return this;
    }

    InventedContext without(String object) {
        source.remove(object);
        return this;
    }

    InventedContext without(String object, String column) {
        source.getOrDefault(object, new ArrayList<>())
                .removeIf(field -> field.key().equals(column));
        return this;
    }

    InventedContext withDestinationField(String object, FieldDescription field) {
        destination.getOrDefault(object, new ArrayList<>()).add(field);
        return this;
    }

    InventedContext withoutDestinationField(String object, String field) {
        destination
                .getOrDefault(object, new ArrayList<>())
                .removeIf(known -> known.key().equals(field));
        return this;
    }

    InventedContext option(String object, String field, Option... options) {
        return withDestinationField(
                object,
                FieldDescription.builder(field, FieldType.CHOICE)
                        .options(List.of(options))
                        .build());
    }

    @Override
    public Catalog source() {
        return catalog(source);
    }

    @Override
    public Catalog destination() {
        return catalog(destination);
    }

    @Override
    public String answer(String choice) {
        return answers.getOrDefault(choice, "");
    }

    @Override
    public List<String> distinct(ObjectType type, String field) {
        return DISTINCT.getOrDefault(type + "." + field, List.of());
    }

    @Override
    public long filled(ObjectType type, String field) {
        return 1;
    }

    private void propose(Choice choice) {
        answers.put(choice.name(), choice.proposed().orElse(""));
    }

    private void source(String object, String columns) {
        source.put(object, fields(columns));
    }

    private void destination(String object, String columns) {
        destination.put(object, fields(columns));
    }

    private void customField(String label, FieldType type, String... options) {
        source.getOrDefault("contact", new ArrayList<>())
                .add(FieldDescription.builder(label, type)
                        .custom()
                        .options(Stream.of(options)
                                .map(option -> Option.of(option, option))
                                .toList())
                        .build());
    }

    private static List<FieldDescription> fields(String columns) {
        List<FieldDescription> fields = new ArrayList<>();
        for (String column : columns.split(" ", -1)) {
            String[] parts = column.split(":", -1);
            FieldType type = parts.length == 1 ? FieldType.TEXT : FieldType.valueOf(parts[1]);
            fields.add(FieldDescription.builder(parts[0], type).build());
        }
        return fields;
    }

    private static Catalog catalog(Map<String, List<FieldDescription>> objects) {
        List<ObjectDescription> descriptions = objects.entrySet().stream()
                .map(entry ->
                        new ObjectDescription(ObjectType.of(entry.getKey()), entry.getValue(), ObjectTraits.SOURCE))
                .toList();
        return new Catalog("invented", descriptions, List.of());
    }

    Optional<ObjectDescription> described(ObjectType object) {
        return source().object(object);
    }
}
