package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.toolkit.codec.BooleanCodec;
import dev.crmmigration.toolkit.codec.Codec;
import org.jspecify.annotations.Nullable;

/** A flag of v1, which is written as 0 or 1. */
final class FlagCodec implements Codec {

    private static final BooleanCodec BOOLEAN = new BooleanCodec();

    @Override
    public Object encode(FieldDescription field, Object value) {
        return Boolean.TRUE.equals(BOOLEAN.encode(field, value)) ? 1L : 0L;
    }

    @Override
    public @Nullable Object decode(Object json) {
        return BOOLEAN.decode(json);
    }

    @Override
    public Object cleared() {
        return 0L;
    }
}
