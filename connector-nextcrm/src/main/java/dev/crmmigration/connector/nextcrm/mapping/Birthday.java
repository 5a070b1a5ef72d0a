package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.api.mapping.MappingFunction;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a birthday as NextCRM's form writes it: day, month and year with slashes. Anything else is no date. */
public final class Birthday implements MappingFunction {

    public static final String NAME = "dayMonthYear";
    public static final String OF_BIRTHDAY = NAME + "(birthday)";

    private static final Pattern WRITTEN = Pattern.compile("\\s*([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})\\s*");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) {
        Object text = arguments.isEmpty() ? null : arguments.get(0);
        Matcher parts = WRITTEN.matcher(text instanceof String written ? written : "");
        if (!parts.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(1)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
