package dev.crmmigration.connector.thepractice;

import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.bundle.BundleSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings, read.
 *
 * @param bundle those that every bundle has
 * @param fetchesContracts whether contracts of which the bundle has only a link are fetched
 * @param restoresTags whether members of a group get a tag that nearly all others of the group have
 */
record PracticeSettings(BundleSettings bundle, boolean fetchesContracts, boolean restoresTags) {

    static final List<Setting> KNOWN = BundleSettings.known(
            PracticeObject.LABEL,
            Setting.optional(
                    "contractLinks",
                    "fetch to get the PDFs of contracts of which the bundle has only a link, while it is read; leave to call"
                            + " no link",
                    "fetch"),
            Setting.optional(
                    "lostInheritance",
                    "report to list members of a group who lack a tag that 95 % of the group have; restore to give it to them",
                    "report"));

    static PracticeSettings of(Settings settings) {
        List<String> problems = new ArrayList<>();
        boolean fetches = isFirst(settings, "contractLinks", "fetch", "leave", problems);
        boolean reports = isFirst(settings, "lostInheritance", "report", "restore", problems);
        BundleSettings bundle = BundleSettings.of(PracticeObject.PLATFORM, settings);
        if (!problems.isEmpty()) {
            throw new ConfigurationException("connector '" + PracticeObject.PLATFORM + "'", problems);
        }
        return new PracticeSettings(bundle, fetches, !reports);
    }

    private static boolean isFirst(Settings settings, String name, String first, String second, List<String> problems) {
        String word = settings.get(name).orElse("").strip();
        if (!word.equals(first) && !word.equals(second)) {
            problems.add("setting '" + name + "' must be " + first + " or " + second + " but was '" + word + "'");
        }
        return word.equals(first);
    }
}
