package dev.crmmigration.toolkit.bundle;

import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.cells.DateOrder;
import dev.crmmigration.toolkit.cells.ReadingOptions;
import dev.crmmigration.toolkit.rest.RestAccess;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a bundle, read.
 *
 * @param export the folder, zip or file; empty text if the API is read
 * @param rest how the API is read; empty if the bundle is
 * @param zone the zone of times that name none; empty for what the manifest says
 * @param currency the currency of amounts that name none, or empty text for what the manifest says
 * @param dateOrder the order of dates in columns that show none
 * @param region the ISO code of the country of phone numbers and postal codes that name none, or empty text
 * @param merges whether clients with one e-mail address and one name are one client
 * @param complete whether the bundle holds every record: {@code manifest}, {@code true} or {@code false}
 */
public record BundleSettings(
        String export,
        Optional<RestAccess> rest,
        Optional<ZoneId> zone,
        String currency,
        Optional<DateOrder> dateOrder,
        String region,
        boolean merges,
        String complete) {

    static final String BY_MANIFEST = "manifest";

    /**
     * Returns the settings that every bundle has.
     *
     * @param label what people call the platform
     * @param own settings of this platform's bundles only
     */
    public static List<Setting> known(String label, Setting... own) {
        List<Setting> known = new ArrayList<>(List.of(
                Setting.optional(
                        "access",
                        "bundle to read the files that were exported, rest to read the workspace over its API",
                        "bundle"),
                Setting.optional(
                        "export",
                        "with access bundle: the folder or zip that holds the bundle exported from " + label
                                + ", or one of its files"),
                Setting.optional(
                        "zone",
                        "the time zone of times that name none, such as Europe/Berlin; needed without a manifest"),
                Setting.optional("currency", "the currency of amounts that name none, such as EUR"),
                Setting.optional(
                        "dateOrder",
                        "the order of dates that a spreadsheet rewrote and that show none: auto, dayFirst or monthFirst",
                        "auto"),
                Setting.optional(
                        "region",
                        "the ISO code of the country of phone numbers and postal codes that name none, such as DE"),
                Setting.optional(
                        "duplicateClients",
                        "merge if clients with one e-mail address and one name are the same person; else keep",
                        "merge"),
                Setting.optional(
                        "complete",
                        "true if the bundle holds every record of each file, so that a missing one was deleted;"
                                + " false if not; manifest if the manifest says so",
                        BY_MANIFEST)));
        known.addAll(List.of(own));
        known.addAll(RestAccess.SETTINGS);
        return List.copyOf(known);
    }

    /**
     * Reads the settings that every bundle has.
     *
     * @param platform the name of the platform
     * @throws ConfigurationException if some do not fit, naming all of them
     */
    public static BundleSettings of(String platform, Settings settings) {
        List<String> problems = new ArrayList<>();
        boolean isRest =
                oneOf(settings, "access", List.of("bundle", "rest"), problems).equals("rest");
        if (!isRest && text(settings, "export").isEmpty()) {
            problems.add("setting 'export' is required but missing: the folder or zip that holds the exported bundle");
        }
        String order = oneOf(settings, "dateOrder", List.of("auto", "dayFirst", "monthFirst"), problems);
        BundleSettings read = new BundleSettings(
                text(settings, "export"),
                isRest ? Optional.of(RestAccess.of(settings, problems)) : Optional.empty(),
                zone(text(settings, "zone"), problems),
                shaped(settings, "currency", "[A-Z]{3}", "three capital letters such as EUR", problems),
                switch (order) {
                    case "dayFirst" -> Optional.of(DateOrder.DAY_FIRST);
                    case "monthFirst" -> Optional.of(DateOrder.MONTH_FIRST);
                    default -> Optional.empty();
                },
                shaped(settings, "region", "[A-Z]{2}", "two capital letters such as DE", problems),
                oneOf(settings, "duplicateClients", List.of("merge", "keep"), problems)
                        .equals("merge"),
                oneOf(settings, "complete", List.of(BY_MANIFEST, "true", "false"), problems));
        if (!problems.isEmpty()) {
            throw new ConfigurationException("connector '" + platform + "'", problems);
        }
        return read;
    }

    /** Returns the settings for the bundle in a folder. */
    BundleSettings at(Path folder) {
        return new BundleSettings(folder.toString(), rest, zone, currency, dateOrder, region, merges, complete);
    }

    /** Tells whether the files stay where they are, so that reading can go on in them later. */
    boolean isLasting() {
        return rest.isEmpty() || rest.get().spool().isPresent();
    }

    /** Returns how cells are read. */
    ReadingOptions reading() {
        ReadingOptions options = ReadingOptions.NONE;
        options = zone.isPresent() ? options.zone(zone.get()) : options;
        options = dateOrder.isPresent() ? options.dateOrder(dateOrder.get()) : options;
        return region.isEmpty() ? options : options.region(region);
    }

    private static String text(Settings settings, String name) {
        return settings.get(name).orElse("").strip();
    }

    private static Optional<ZoneId> zone(String name, List<String> problems) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            problems.add("setting 'zone' must be a time zone such as Europe/Berlin or +01:00 but was '" + name + "'");
            return Optional.empty();
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
