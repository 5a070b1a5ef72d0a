package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.OptionsCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labels of a lead: unlike all other options they have uuids for keys. */
final class LeadLabelsCodec implements Codec {

    @Override
    public Object cleared() {
        return List.of();
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        return OptionsCodec.keys(value).stream().distinct().toList();
    }

    @Override
    public @Nullable Object decode(Object json) {
        if (!(json instanceof List<?> list)) {
            return null;
        }
        List<String> keys = list.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .sorted()
                .toList();
        return keys.isEmpty() ? null : keys;
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return Stored.as(OptionsCodec.keys(value).stream().distinct().sorted().toList());
    }
}
