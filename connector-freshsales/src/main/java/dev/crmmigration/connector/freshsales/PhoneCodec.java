package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.TextCodec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone number. What does not look like one Freshsales takes and throws away without a word (a public test suite against
 * a trial account, 2026-10), so it is refused before it is sent.
 */
record PhoneCodec(int most) implements Codec {

    private static final Pattern NUMBER = Pattern.compile("[+0-9 ()./x-]+");
    private static final int FEWEST_DIGITS = 3;

    @Override
    public Object encode(FieldDescription field, Object value) {
        String text = ((String) TextCodec.PLAIN.encode(field, value)).strip();
        boolean isNumber = NUMBER.matcher(text).matches()
                && text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
        if (!isNumber || text.length() > most) {
            throw new UnfitValueException(
                    "NO_PHONE_NUMBER",
                    "Freshsales drops what is no phone number of up to " + most
                            + " characters: digits, blanks and + ( ) . / x - only. Mend it, or map it to a text field.");
        }
        return text;
    }

    @Override
    public @Nullable Object decode(Object json) {
        return TextCodec.PLAIN.decode(json);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return TextCodec.NAME.canonical(field, value);
    }
}
