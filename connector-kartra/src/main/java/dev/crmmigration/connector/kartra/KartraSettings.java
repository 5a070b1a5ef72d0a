package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.connector.kartra.api.ApiAccess;
import dev.crmmigration.toolkit.cells.DateOrder;
import dev.crmmigration.toolkit.cells.DecimalMark;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings, read.
 *
 * @param export the folder or file
 * @param zone the zone of times that name none
 * @param tagSeparator what separates the names in one cell, or empty text to find it out per column
 * @param agreed the bare number of gdpr_communications that means yes, or empty text if nobody said
 * @param defaultRegion the dial code of phone numbers without one, digits, or empty text
 * @param currency the currency of amounts whose header names none, or empty text
 * @param complete whether the export holds every record of each object that it has
 * @param reading what is said about dates and numbers that do not tell themselves
 * @param api how the API is asked about the contacts of the export; empty if it is not
 */
record KartraSettings(
        String export,
        ZoneId zone,
        String tagSeparator,
        String agreed,
        String defaultRegion,
        String currency,
        boolean complete,
        ReadingOptions reading,
        Optional<ApiAccess> api) {

    static final String ZONE = "America/New_York";

    private static final List<Setting> OF_FILES = List.of(
            Setting.required("export", "the folder that holds the files exported from Kartra, or one such file"),
            Setting.optional(
                    "zone",
                    "the time zone of the dates, such as America/New_York or -05:00; Kartra calls it EST",
                    ZONE),
            Setting.optional(
                    "tagSeparator",
                    "what separates tags, lists and sequences in one cell: auto, ;, a comma or |",
                    "auto"),
            Setting.optional(
                    "gdprPolarity",
                    "what a bare 1 or 0 in gdpr_communications means: oneIsYes, zeroIsYes or unknown",
                    "unknown"),
            Setting.optional("defaultRegion", "the dial code of phone numbers that have none, such as 1 or 44"),
            Setting.optional("currency", "the currency of amounts whose header names none, such as USD"),
            Setting.optional(
                    "dateOrder",
                    "what comes first in dates such as 03/04/2025, where a column does not show it: dayFirst, monthFirst or"
                            + " auto",
                    "auto"),
            Setting.optional(
                    "decimalMark",
                    "what stands before the fraction of numbers such as 1,234, where a column does not show it: point, comma"
                            + " or auto",
                    "auto"),
            Setting.optional(
                    "complete",
                    "true if the export holds every record of each object that it has, so that a missing"
                            + " one was deleted; else false",
                    "false"));

    static final List<Setting> KNOWN =
            Stream.of(OF_FILES, ApiAccess.SETTINGS).flatMap(List::stream).toList();

    static KartraSettings of(Settings settings) {
        List<String> problems = new ArrayList<>();
        KartraSettings read = new KartraSettings(
                text(settings, "export"),
                zone(text(settings, "zone"), problems),
                oneOf(settings, "tagSeparator", List.of("auto", ";", ",", "|"), problems),
                oneOf(settings, "gdprPolarity", List.of("unknown", "oneIsYes", "zeroIsYes"), problems),
                shaped(settings, "defaultRegion", "\\+?[0-9]{1,4}", "one to four digits such as 44", problems),
                shaped(settings, "currency", "[A-Z]{3}", "three capital letters such as USD", problems),
                Boolean.parseBoolean(oneOf(settings, "complete", List.of("true", "false"), problems)),
                reading(settings, problems),
                ApiAccess.of(settings, problems));
        if (!problems.isEmpty()) {
            throw new ConfigurationException("connector 'kartra'", problems);
        }
        return read.withoutWords();
    }

    private KartraSettings withoutWords() {
        String separator = tagSeparator.equals("auto") ? "" : tagSeparator;
        String yes = agreed.equals("oneIsYes") ? "1" : agreed.equals("zeroIsYes") ? "0" : "";
        return new KartraSettings(
                export, zone, separator, yes, defaultRegion.replace("+", ""), currency, complete, reading, api);
    }

    private static ReadingOptions reading(Settings settings, List<String> problems) {
        String order = oneOf(settings, "dateOrder", List.of("auto", "dayFirst", "monthFirst"), problems);
        String mark = oneOf(settings, "decimalMark", List.of("auto", "point", "comma"), problems);
        ReadingOptions options = ReadingOptions.NONE;
        if (!order.equals("auto")) {
            options = options.dateOrder(order.equals("dayFirst") ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
        }
        if (!mark.equals("auto")) {
            options = options.decimalMark(mark.equals("point") ? DecimalMark.POINT : DecimalMark.COMMA);
        }
        return options;
    }

    private static String text(Settings settings, String name) {
        return settings.get(name).orElse("").strip();
    }

    private static ZoneId zone(String name, List<String> problems) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            problems.add(
                    "setting 'zone' must be a time zone such as America/New_York or -05:00 but was '" + name + "'");
            return ZoneId.of(ZONE);
        }
    }

    private static String oneOf(Settings settings, String name, List<String> words, List<String> problems) {
        String word = text(settings, name);
        if (!words.contains(word)) {
            problems.add(
                    "setting '" + name + "' must be one of " + String.join(" ", words) + " but was '" + word + "'");
        }
        return word;
    }

    private static String shaped(Settings settings, String name, String shape, String words, List<String> problems) {
        String value = text(settings, name);
        if (!value.isEmpty() && !value.matches(shape)) {
            problems.add("setting '" + name + "' must be " + words + " but was '" + value + "'");
        }
        return value;
    }
}
