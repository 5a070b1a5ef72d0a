package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.mapping.MappingFunction;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code dialable(text)}: a phone number, for fields that take nothing else; no value if the text is none. Freshsales throws
 * other text away without a word.
 */
public final class Dialable implements MappingFunction {

    private static final Pattern NUMBER = Pattern.compile("[+0-9][0-9 ()./x-]{2,29}");
    private static final int FEWEST_DIGITS = 3;

    @Override
    public String name() {
        return "dialable";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) {
        Object given = arguments.get(0);
        String text = given == null ? "" : given.toString().strip();
        boolean isNumber = NUMBER.matcher(text).matches()
                && text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
        return isNumber ? text : null;
    }
}
