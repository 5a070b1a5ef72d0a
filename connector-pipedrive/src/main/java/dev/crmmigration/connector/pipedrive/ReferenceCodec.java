package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.record.RecordRef;
import org.jspecify.annotations.Nullable;

/** A reference to one record. */
final class ReferenceCodec implements Codec {

    private final String target;

    ReferenceCodec(String target) {
        this.target = target;
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof RecordRef ref && ref.type().name().equals(target)) {
            return target.equals("lead") ? Ids.uuid(ref.id()) : Ids.number(ref.id());
        }
        throw UnfitValueException.wrongType(value, "a reference to a record of type " + target);
    }

    @Override
    public @Nullable Object decode(Object json) {
        String id = Ids.text(json);
        return id == null || id.equals("0") ? null : RecordRef.of(target, id);
    }
}
