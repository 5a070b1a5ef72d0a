package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.record.UserLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes fields of drafts, as the engine does: labels, users and links become keys of the account. */
final class Drafts {

    private final Probe probe;
    private final Map<Link, RecordRef> parents = new HashMap<>();

    Drafts(Probe probe) {
        this.probe = probe;
    }

    /** Forgets the records that others hang on: they are gone. */
    void forget() {
        parents.clear();
    }

    /**
     * Binds the fields of one record.
     *
     * @param number what {@code {n}} becomes
     * @param family records of one family hang on the same parents
     */
    Map<String, FieldValue> bind(ObjectType type, Map<String, Object> values, long number, String family) {
        ObjectDescription object = probe.object(type);
        Map<String, FieldValue> bound = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            FieldDescription field = field(object, name);
            bound.put(field.key(), FieldValue.of(bound(field, numbered(value, number), family)));
        });
        return bound;
    }

    /** Makes the call that hangs a file on its parent. */
    Write.Attach attach(EffectId effect, Sample.File file, long number, String family) {
        Link parent = (Link) numbered(file.parent(), number);
        String name = (String) numbered(file.name(), number);
        return new Write.Attach(effect, parent(parent, family), name, new TextContent(file.text()));
    }

    static FieldDescription field(ObjectDescription object, String name) {
        return object.named(name)
                .orElseThrow(() -> new NotCheckableException("its sample names the field '" + name
                        + "', which the catalog lacks. Correct the sample, or add the field to schema()"));
    }

    private static Object numbered(Object value, long number) {
        String mark = Long.toString(number);
        if (value instanceof String text) {
            return text.replace("{n}", mark);
        }
        if (value instanceof Link link) {
            return new Link(link.mapping(), link.key().replace("{n}", mark));
        }
        if (value instanceof ContactPoint point) {
            return new ContactPoint(point.value().replace("{n}", mark), point.label(), point.primary());
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> numbered(item, number)).toList()
                : value;
    }

    private Object bound(FieldDescription field, Object value, String family) {
        if (value instanceof UserLink user) {
            return probe.catalog()
                    .user(user.email())
                    .map(UserDescription::key)
                    .orElseThrow(() -> new NotCheckableException("the account has no such user"));
        }
        if (value instanceof Link link) {
            return parent(link, family);
        }
        if (field.type() == FieldType.CHOICE && value instanceof String label) {
            return key(field, label);
        }
        return value instanceof List<?> list ? bound(field, list, family) : value;
    }

    private Object bound(FieldDescription field, List<?> list, String family) {
        List<Object> bound = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof Link link) {
                bound.add(new Participant(parent(link, family), bound.isEmpty()));
            } else {
                bound.add(field.type() == FieldType.CHOICES ? key(field, (String) item) : item);
            }
        }
        return List.copyOf(bound);
    }

    private static String key(FieldDescription field, String label) {
        return field.option(label).map(Option::key).orElse(label);
    }

    private RecordRef parent(Link link, String family) {
        Link wanted = new Link(link.mapping(), link.key() + family);
        RecordRef known = parents.get(wanted);
        if (known == null) {
            ObjectType type = ObjectType.of(link.mapping());
            Sample sample = probe.sample(type)
                    .orElseThrow(() -> new NotCheckableException("there is no sample of its parent " + type));
            known = probe.given(sample, family).ref();
            parents.put(wanted, known);
        }
        return known;
    }
}
