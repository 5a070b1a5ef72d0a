package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.TextCodec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a website, whose format Freshsales checks. */
record WebsiteCodec(int most) implements Codec {

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(https?://)?[\\p{L}0-9_-]+(\\.[\\p{L}0-9_-]+)+(:\\d+)?([/?#]\\S*)?");

    @Override
    public Object encode(FieldDescription field, Object value) {
        String text = ((String) TextCodec.PLAIN.encode(field, value)).strip();
        if (!ADDRESS.matcher(text).matches() || text.length() > most) {
            throw new UnfitValueException(
                    "NO_WEBSITE",
                    "Freshsales takes the address of one website of up to " + most
                            + " characters. Mend it, or map it to a text field.");
        }
        return text;
    }

    @Override
    public @Nullable Object decode(Object json) {
        return TextCodec.PLAIN.decode(json);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return TextCodec.PLAIN.canonical(field, value);
    }
}
