package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.value.ValueCodec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The form in which values of one account are compared, and the hashes made of it. */
public final class Canon {

    private final DestinationSession session;
    private final Catalog account;

    public Canon(DestinationSession session, Catalog account) {
        this.session = session;
        this.account = account;
    }

    /** Says what the platform will hold for a value of a field. */
    public Stored stored(ObjectType type, FieldDescription field, Object value) {
        return session.canonical(type, field, value);
    }

    /** Returns what the platform will hold for fields, by key; a field that holds nothing is left out. */
    public Map<String, FieldValue> of(ObjectType type, Map<String, FieldValue> fields) {
        Map<String, FieldValue> canonical = new TreeMap<>();
        Optional<ObjectDescription> object = account.object(type);
        fields.forEach((key, value) -> {
            Optional<FieldDescription> field = object.flatMap(known -> known.field(key));
            if (field.isPresent() && value.value().isPresent()) {
                canonical.put(
                        key,
                        FieldValue.of(
                                stored(type, field.get(), value.value().get()).value()));
            }
        });
        return canonical;
    }

    /** Returns the hash of a record: of everything that only people and we change. */
    public String image(CrmRecord record) {
        ObjectType type = record.ref().type();
        Map<String, FieldValue> fields = new TreeMap<>(record.fields());
        account.object(type)
                .ifPresent(object -> fields.keySet()
                        .removeIf(key -> object.field(key)
                                .map(field -> field.access() == Access.COMPUTED)
                                .orElse(true)));
        return ValueCodec.hash(of(type, fields));
    }

    /** Returns the hash of what a record says about some fields. */
    public String fingerprint(ObjectType type, Map<String, FieldValue> fields, Set<String> keys) {
        Map<String, FieldValue> some = new TreeMap<>(fields);
        some.keySet().retainAll(keys);
        return ValueCodec.hash(of(type, some));
    }
}
