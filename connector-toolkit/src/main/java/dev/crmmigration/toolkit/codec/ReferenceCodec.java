package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.record.RecordRef;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A reference to one record. */
public final class ReferenceCodec implements Codec {

    private final String target;
    private final Function<String, Object> id;

    private ReferenceCodec(String target, Function<String, Object> id) {
        this.target = target;
        this.id = id;
    }

    /** Returns the codec of references to an object whose ids are numbers. */
    public static ReferenceCodec byNumber(String target) {
        return new ReferenceCodec(target, Ids::number);
    }

    /** Returns the codec of references to an object whose ids are uuids. */
    public static ReferenceCodec byUuid(String target) {
        return new ReferenceCodec(target, Ids::uuid);
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof RecordRef ref && ref.type().name().equals(target)) {
            return id.apply(ref.id());
        }
        throw UnfitValueException.wrongType(value, "a reference to a record of type " + target);
    }

    @Override
    public @Nullable Object decode(Object json) {
        String id = Ids.text(json);
        return id == null || id.equals("0") ? null : RecordRef.of(target, id);
    }
}
