package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.OptionsCodec;
import dev.crmmigration.toolkit.codec.WordCodec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Any number of choices. Whether the API takes them as an array or as one text is not documented; both are read. */
enum SeveralCodec implements Codec {
    ARRAY {
        @Override
        Object written(List<String> choices) {
            return choices;
        }
    },
    SEMICOLON {
        @Override
        Object written(List<String> choices) {
            return String.join(SEPARATOR, choices);
        }
    };

    private static final String SEPARATOR = ";";
    private static final Codec CHOICE = new WordCodec();

    abstract Object written(List<String> choices);

    String settingName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SeveralCodec> named(String name) {
        return Arrays.stream(values())
                .filter(codec -> codec.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values())
                .map(codec -> codec.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        List<String> choices = sorted(OptionsCodec.keys(value).stream());
        choices.forEach(choice -> CHOICE.encode(field, choice));
        return written(choices);
    }

    @Override
    public @Nullable Object decode(Object json) {
        Stream<?> items = json instanceof List<?> list
                ? list.stream()
                : json instanceof String text ? Stream.of(text.split(SEPARATOR, -1)) : Stream.empty();
        List<String> choices = sorted(items.filter(String.class::isInstance).map(String.class::cast));
        return choices.isEmpty() ? null : choices;
    }

    private static List<String> sorted(Stream<String> choices) {
        return choices.map(String::strip)
                .filter(choice -> !choice.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return Stored.as(sorted(OptionsCodec.keys(value).stream()));
    }
}
