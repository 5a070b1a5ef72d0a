package dev.crmmigration.connector.kartra.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the account behaves.
 *
 * @param export the folder of the export that is served
 * @param appId the id that the App must send
 * @param apiKey the key that it must send
 * @param perSecond the most calls within a second; 0 for no limit
 * @param envelopes where results stand: {@code top}, {@code command}, {@code actions}, or {@code varied} for all of them in turn
 * @param refused the commands that the App is not approved for
 */
record AccountSettings(Path export, String appId, String apiKey, int perSecond, String envelopes, Set<String> refused) {

    private static final Set<String> KNOWN =
            Set.of("export", "appId", "apiKey", "perSecond", "limits", "envelopes", "notApproved");
    private static final List<String> ENVELOPES = List.of("varied", "top", "command", "actions");

    AccountSettings {
        refused = Set.copyOf(refused);
    }

    static AccountSettings of(Map<String, String> settings) {
        List<String> problems = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeAll(KNOWN);
        unknown.forEach(name -> problems.add("setting '" + name + "' is not known. Known are " + new TreeSet<>(KNOWN)));
        if (!settings.containsKey("export")) {
            problems.add("setting 'export' is missing: the folder of the export to serve");
        }
        String limits = settings.getOrDefault("limits", "on");
        if (!List.of("on", "off").contains(limits)) {
            problems.add("setting 'limits' must be on or off but was '" + limits + "'");
        }
        String envelopes = settings.getOrDefault("envelopes", "varied");
        if (!ENVELOPES.contains(envelopes)) {
            problems.add("setting 'envelopes' must be one of " + ENVELOPES + " but was '" + envelopes + "'");
        }
        String perSecond = settings.getOrDefault("perSecond", "20");
        if (!perSecond.matches("[0-9]{1,6}")) {
            problems.add("setting 'perSecond' must be a number but was '" + perSecond + "'");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new AccountSettings(
                Path.of(settings.getOrDefault("export", ".")),
                settings.getOrDefault("appId", "simulator-app"),
                settings.getOrDefault("apiKey", "simulator-key"),
                limits.equals("on") ? Integer.parseInt(perSecond) : 0,
                envelopes,
                Set.of(settings.getOrDefault("notApproved", "none").split(",", -1)));
    }
}
