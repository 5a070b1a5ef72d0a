package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Any number of options. A custom set is emptied with {@code null} and refuses an empty array; labels take one. */
public final class OptionsCodec implements Codec {

    private final boolean labels;

    public OptionsCodec(boolean labels) {
        this.labels = labels;
    }

    @Override
    public @Nullable Object cleared() {
        return labels ? List.of() : null;
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        return keys(value).stream().map(OptionCodec::number).distinct().toList();
    }

    public static List<String> keys(Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw UnfitValueException.wrongType(value, "a list of keys of options");
    }

    @Override
    public @Nullable Object decode(Object json) {
        if (!(json instanceof List<?> list)) {
            return null;
        }
        List<String> keys =
                list.stream().map(Ids::text).filter(Objects::nonNull).sorted().toList();
        return keys.isEmpty() ? null : keys;
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return Stored.as(keys(value).stream().distinct().sorted().toList());
    }
}
