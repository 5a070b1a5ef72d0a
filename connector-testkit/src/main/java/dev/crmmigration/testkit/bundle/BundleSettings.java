package dev.crmmigration.testkit.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the account behaves.
 *
 * @param export the folder of the bundle that is served
 * @param paging {@code cursor}, {@code page}, {@code offset} or {@code link}
 * @param pageSize the most rows of a page
 * @param perSecond the most requests within a second; 0 for no limit
 * @param isNested whether rows that belong to others are also given within them
 * @param redirects whether files are at an address of their own
 * @param totals whether the API says how many rows there are
 */
record BundleSettings(
        Path export, String paging, int pageSize, int perSecond, boolean isNested, boolean redirects, boolean totals) {

    private static final Set<String> KNOWN =
            Set.of("export", "paging", "pageSize", "perSecond", "limits", "nested", "content", "totals");

    static BundleSettings of(Map<String, String> settings) {
        List<String> problems = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeAll(KNOWN);
        unknown.forEach(name -> problems.add("setting '" + name + "' is not known. Known are " + new TreeSet<>(KNOWN)));
        if (!settings.containsKey("export")) {
            problems.add("setting 'export' is missing: the folder of the bundle to serve");
        }
        boolean limits =
                oneOf(settings, "limits", List.of("on", "off"), problems).equals("on");
        BundleSettings read = new BundleSettings(
                Path.of(settings.getOrDefault("export", ".")),
                oneOf(settings, "paging", List.of("cursor", "page", "offset", "link"), problems),
                number(settings, "pageSize", "200", problems),
                limits ? number(settings, "perSecond", "20", problems) : 0,
                oneOf(settings, "nested", List.of("off", "on"), problems).equals("on"),
                oneOf(settings, "content", List.of("direct", "redirect"), problems)
                        .equals("redirect"),
                oneOf(settings, "totals", List.of("on", "off"), problems).equals("on"));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return read;
    }

    private static String oneOf(Map<String, String> settings, String name, List<String> words, List<String> problems) {
        String word = settings.getOrDefault(name, words.get(0));
        if (!words.contains(word)) {
            problems.add(
                    "setting '" + name + "' must be one of " + String.join(" ", words) + " but was '" + word + "'");
        }
        return word;
    }

    private static int number(Map<String, String> settings, String name, String otherwise, List<String> problems) {
        String text = settings.getOrDefault(name, otherwise);
        if (text.matches("[0-9]{1,6}")) {
            return Integer.parseInt(text);
        }
        problems.add("setting '" + name + "' must be a number but was '" + text + "'");
        return 1;
    }
}
