package dev.crmmigration.examples.quickstart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kartra puts the day and PHP's {@code uniqid} into the name of an export: seconds and microseconds in hexadecimal. */
final class ExportName {

    private static final Pattern NAME = Pattern.compile("(.+_kartra)_\\d{2}-\\d{2}-\\d{4}_[0-9a-f]{13}\\.csv");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ExportName() {}

    /** Returns the name that an export has if it is made at another moment; other files keep theirs. */
    static String at(String name, Instant moment) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return name;
        }
        return String.format(
                Locale.ROOT,
                "%s_%s_%08x%05x.csv",
                parts.group(1),
                DAY.format(moment),
                moment.getEpochSecond(),
                moment.getNano() / 1_000);
    }
}
