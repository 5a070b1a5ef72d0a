package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.TextCodec;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tags: one text with commas between them, since Freshsales takes any text for a tag. Their order means nothing. */
final class TagsCodec implements Codec {

    @Override
    public Object cleared() {
        return List.of();
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        return tags(Stream.of(((String) TextCodec.PLAIN.encode(field, value)).split(",", -1)));
    }

    private static List<String> tags(Stream<String> texts) {
        return texts.map(tag -> tag.strip().replaceAll("\\s+", " "))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public @Nullable Object decode(Object json) {
        if (!(json instanceof List<?> list)) {
            return null;
        }
        List<String> tags = tags(list.stream().filter(String.class::isInstance).map(String.class::cast));
        return tags.isEmpty() ? null : String.join(", ", tags);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return Stored.as(String.join(
                ", ", tags(Stream.of(((String) TextCodec.PLAIN.encode(field, value)).split(",", -1)))));
    }
}
