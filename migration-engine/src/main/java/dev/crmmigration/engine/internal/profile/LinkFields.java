package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.linkage.FieldParts;
import dev.crmmigration.engine.internal.linkage.Kind;
import dev.crmmigration.engine.internal.value.ValueText;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a source that lead to other records: those that it declares, ids of other objects in fields named for them,
 * and e-mail addresses by which records of other objects name a contact.
 */
final class LinkFields {

    private final Catalog catalog;
    private final List<LinkField> links = new ArrayList<>();

    private LinkFields(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A field of an object that leads to something. */
    record LinkField(ObjectType object, String field, Target target) {}

    /**
     * What is led to: records by their id, or by the value of a field.
     *
     * @param field the field; empty text for the id
     */
    record Target(ObjectType type, String field) {

        String text(CrmRecord record) {
            return field.isEmpty()
                    ? record.ref().id()
                    : record.value(field).map(ValueText::of).orElse("");
        }

        String space() {
            return type + "/" + field + "/";
        }

        /** Returns what a value leads to: empty text for nothing. */
        List<String> ids(Object value) {
            return value instanceof List<?> list
                    ? list.stream().map(item -> id(item)).toList()
                    : List.of(id(value));
        }

        private String id(Object item) {
            if (item instanceof Participant participant) {
                return id(participant.record());
            }
            if (item instanceof RecordRef ref) {
                return ref.type().equals(type) ? ref.id() : "";
            }
            return ValueText.of(item);
        }
    }

    static List<LinkField> of(Catalog catalog) {
        LinkFields found = new LinkFields(catalog);
        catalog.objects().forEach(object -> object.fields().forEach(field -> found.declare(object, field)));
        return found.links;
    }

    private void declare(ObjectDescription object, FieldDescription field) {
        if (field.type() == FieldType.REFERENCE || field.type() == FieldType.PARTICIPANTS) {
            catalog.objects().forEach(to -> link(object, field, new Target(to.type(), "")));
            return;
        }
        for (ObjectDescription to : catalog.objects()) {
            if (!to.type().equals(object.type()) && leads(field, to)) {
                link(object, field, new Target(to.type(), ""));
                return;
            }
        }
        if (Kind.of(object).isEmpty() && FieldParts.emails(object).contains(field.key())) {
            catalog.objects().stream()
                    .filter(to -> Kind.of(to).filter(Kind.CONTACT::equals).isPresent())
                    .flatMap(to -> FieldParts.emails(to).stream().limit(1).map(key -> new Target(to.type(), key)))
                    .findFirst()
                    .ifPresent(target -> link(object, field, target));
        }
    }

    /** An id of another object is named for it, or as the object itself names its id. */
    private static boolean leads(FieldDescription field, ObjectDescription to) {
        String name = FieldParts.words(field.key());
        boolean isNamedForIt = name.equals(FieldParts.words(to.type().name()) + "_id");
        boolean isItsOwn = name.endsWith("_id")
                && Kind.of(to).isPresent()
                && !to.fields().isEmpty()
                && to.fields().get(0).key().equals(field.key());
        return isNamedForIt || isItsOwn;
    }

    private void link(ObjectDescription object, FieldDescription field, Target target) {
        links.add(new LinkField(object.type(), field.key(), target));
    }
}
