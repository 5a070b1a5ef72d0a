package dev.crmmigration.testkit.reference;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Capacity;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.api.record.ObjectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The objects of the reference account, one for every way of reading back. Not thread-safe. */
final class ReferenceSchema {

    /** The field that tells when a record was changed last. */
    static final String CHANGED = "changed_at";

    private static final Duration VISIBLE_AFTER = Duration.ofSeconds(3);

    private final Map<ObjectType, ObjectTraits> traits = new LinkedHashMap<>();
    private final Map<ObjectType, List<FieldDescription>> fields = new LinkedHashMap<>();
    private int next = 1;

    ReferenceSchema() {
        put(
                ReferenceAccount.COMPANY,
                new ObjectTraits(3, 4, ReadBack.PAGES, Optional.of("reference"), true, VISIBLE_AFTER, true),
                field("name", FieldType.TEXT).required(),
                field("reference", FieldType.TEXT),
                field("website", FieldType.TEXT),
                field("employees", FieldType.INTEGER),
                field("rating", FieldType.CHOICE).options(options("Gold", "Silver")),
                field("tags", FieldType.CHOICES).options(options("Customer", "Partner")),
                field("since", FieldType.INSTANT).access(Access.ON_CREATE_ONLY),
                field("active", FieldType.BOOLEAN).access(Access.READ_ONLY));
        put(
                ReferenceAccount.PERSON,
                new ObjectTraits(1, 4, ReadBack.PAGES, Optional.empty(), false, VISIBLE_AFTER, true),
                field("name", FieldType.TEXT).required(),
                field("nickname", FieldType.TEXT),
                field("emails", FieldType.CONTACT_POINTS),
                field("company", FieldType.REFERENCE).refersTo(ReferenceAccount.COMPANY),
                field("owner", FieldType.USER));
        put(
                ReferenceAccount.NOTE,
                new ObjectTraits(1, 2, ReadBack.BY_PARENT, Optional.empty(), false, VISIBLE_AFTER, true),
                field("text", FieldType.LONG_TEXT).required(),
                field("person", FieldType.REFERENCE)
                        .refersTo(ReferenceAccount.PERSON)
                        .required());
        put(
                ReferenceAccount.VISIT,
                new ObjectTraits(1, 2, ReadBack.BY_IDS, Optional.empty(), false, Duration.ZERO, false),
                field("title", FieldType.TEXT),
                field("people", FieldType.PARTICIPANTS).refersTo(ReferenceAccount.PERSON),
                field("length", FieldType.DURATION));
        put(
                ReferenceAccount.SIGNAL,
                new ObjectTraits(1, 1, ReadBack.NONE, Optional.empty(), false, Duration.ZERO, false),
                field("title", FieldType.TEXT).required());
    }

    private static FieldDescription.Builder field(String key, FieldType type) {
        return FieldDescription.builder(key, type);
    }

    private static List<Option> options(String... labels) {
        return List.of(labels).stream()
                .map(label -> Option.of("key of " + label, label))
                .toList();
    }

    private void put(ObjectType type, ObjectTraits can, FieldDescription.Builder... descriptions) {
        traits.put(type, can);
        List<FieldDescription> list = new ArrayList<>();
        for (FieldDescription.Builder description : descriptions) {
            list.add(description.build());
        }
        list.add(field(CHANGED, FieldType.INSTANT).access(Access.COMPUTED).build());
        fields.put(type, list);
    }

    Catalog catalog() {
        List<ObjectDescription> objects = new ArrayList<>();
        fields.forEach((type, list) -> objects.add(new ObjectDescription(type, list, traits(type))));
        return new Catalog(
                ReferenceAccount.NAME,
                objects,
                List.of(
                        new UserDescription("u1", "ann@example.com", true),
                        new UserDescription("u2", "bob@example.com", true)),
                List.of(Capacity.ofRecords(
                        "active companies",
                        10_000,
                        Capacity.Counted.where(ReferenceAccount.COMPANY, "active", "true", true))));
    }

    ObjectTraits traits(ObjectType type) {
        ObjectTraits known = traits.get(type);
        if (known == null) {
            throw new IllegalArgumentException("the account has no object " + type);
        }
        return known;
    }

    List<FieldDescription> fields(ObjectType type) {
        return fields.getOrDefault(type, List.of());
    }

    Optional<FieldDescription> find(ObjectType type, Predicate<FieldDescription> which) {
        return fields(type).stream().filter(which).findFirst();
    }

    /** Adds a custom field and returns its key. */
    String addField(ObjectType type, String label, FieldType kind, List<String> labels) {
        String key = "custom_" + next++;
        List<Option> options = labels.stream()
                .map(text -> Option.of("key of " + text + next++, text))
                .toList();
        FieldDescription made =
                field(key, kind).label(label).custom().options(options).build();
        fields.computeIfAbsent(type, any -> new ArrayList<>()).add(made);
        return key;
    }

    boolean removeField(ObjectType type, String key) {
        return fields(type).removeIf(field -> field.custom() && field.key().equals(key));
    }

    void setOptions(ObjectType type, FieldDescription of, List<Option> options) {
        List<FieldDescription> list = fields.getOrDefault(type, new ArrayList<>());
        list.replaceAll(field -> field.key().equals(of.key())
                ? new FieldDescription(
                        of.key(),
                        of.label(),
                        of.type(),
                        of.platformType(),
                        of.access(),
                        of.required(),
                        of.custom(),
                        options,
                        of.refersTo())
                : field);
    }

    String nextOptionKey() {
        return "option " + next++;
    }
}
