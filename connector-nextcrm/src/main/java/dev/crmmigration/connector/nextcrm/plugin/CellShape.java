package dev.crmmigration.connector.nextcrm.plugin;

import dev.crmmigration.api.catalog.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a cell of a custom field can be, the narrowest first. A number never begins with a nought or a plus: that is a code. */
public enum CellShape {
    YES_NO("yes-no", FieldType.CHOICE, "(?i)yes|no|true|false"),
    WHOLE("whole", FieldType.INTEGER, "-?(0|[1-9][0-9]{0,14})"),
    NUMBER("number", FieldType.DECIMAL, "-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,8})?"),
    DAY("day", FieldType.DATE, "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    MOMENT("moment", FieldType.INSTANT, "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}"),
    TEXT("text", FieldType.TEXT, "[^\\r\\n]{0,255}"),
    LONG_TEXT("long-text", FieldType.LONG_TEXT, "(?s).*");

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final String word;
    private final FieldType type;
    private final Pattern pattern;

    CellShape(String word, FieldType type, String pattern) {
        this.word = word;
        this.type = type;
        this.pattern = Pattern.compile(pattern);
    }

    /** Returns the shape that a setting names. */
    public static Optional<CellShape> of(String word) {
        return Stream.of(values()).filter(shape -> shape.word.equals(word)).findFirst();
    }

    /** Returns the word that a setting has for it. */
    public String word() {
        return word;
    }

    FieldType type() {
        return type;
    }

    /** Returns the narrowest shape of a text. */
    static CellShape narrowest(String text, ZoneId zone) {
        return Stream.of(values())
                .filter(shape -> shape.value(text, zone) != null)
                .findFirst()
                .orElse(LONG_TEXT);
    }

    /** Returns the narrowest shape that texts of this one and another text have. */
    CellShape with(String text, ZoneId zone) {
        return Stream.of(values())
                .filter(shape -> shape.canFollow(this) && shape.value(text, zone) != null)
                .findFirst()
                .orElse(LONG_TEXT);
    }

    /** Every whole number is a number, and everything is a text; other shapes have nothing in common. */
    private boolean canFollow(CellShape earlier) {
        boolean isText = this == LONG_TEXT || (this == TEXT && earlier != LONG_TEXT);
        return this == earlier || isText || (this == NUMBER && earlier == WHOLE);
    }

    /** Returns the value of a cell, or {@code null} if it has another shape. */
    @Nullable
    Object value(String text, ZoneId zone) {
        if (!pattern.matcher(text).matches()) {
            return null;
        }
        try {
            return switch (this) {
                case YES_NO -> text.toLowerCase(Locale.ROOT).matches("yes|true") ? "Yes" : "No";
                case WHOLE -> Long.valueOf(text);
                case NUMBER -> new BigDecimal(text);
                case DAY -> LocalDate.parse(text);
                case MOMENT -> moment(text, zone);
                case TEXT, LONG_TEXT -> text;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns a moment in a zone, since the export names none. */
    static Instant moment(String text, ZoneId zone) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                : LocalDateTime.parse(text.replace('T', ' '), WRITTEN)
                        .atZone(zone)
                        .toInstant();
    }
}
