package dev.crmmigration.connector.kartra.api;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.toolkit.destination.ServerAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How Kartra's API is reached.
 *
 * @param base the server; calls go to {@code /api} there
 * @param appId names the App
 * @param apiKey names the account
 * @param apiPassword proves it
 * @param perSecond how many calls are made within any second
 */
public record ApiAccess(URI base, Secret appId, Secret apiKey, Secret apiPassword, int perSecond) {

    private static final String SERVER = "https://app.kartra.com";

    /** Kartra allows an App so many (help 15369015). */
    private static final int MOST_PER_SECOND = 20;

    private static final Secret NONE = Secret.of("none");

    /** The settings that say so. */
    public static final List<Setting> SETTINGS = List.of(
            Setting.optional(
                    "api",
                    "on asks Kartra's API about each contact of the export, for memberships, positions in sequences, the state"
                            + " of lists and tags; it only reads. off calls nothing",
                    "off"),
            secret("appId", "with api on: the id of your App in Kartra"),
            secret("apiKey", "with api on: the API key of the account"),
            secret("apiPassword", "with api on: the API password of the account"),
            Setting.optional("baseUrl", "with api on: the server of the API, by https or on this computer", SERVER),
            Setting.optional(
                    "perSecond",
                    "with api on: calls made within a second, 1 to " + MOST_PER_SECOND,
                    String.valueOf(MOST_PER_SECOND)));

    private static Setting secret(String name, String meaning) {
        return new Setting(name, meaning, false, true, Optional.empty());
    }

    /**
     * Reads the settings.
     *
     * @param problems gets a sentence about each that is wrong
     * @return empty if the API is not to be asked
     */
    public static Optional<ApiAccess> of(Settings settings, List<String> problems) {
        String api = settings.get("api").orElse("off").strip();
        if (api.equals("off")) {
            return Optional.empty();
        }
        if (!api.equals("on")) {
            problems.add("setting 'api' must be one of off on but was '" + api + "'");
            return Optional.empty();
        }
        return Optional.of(new ApiAccess(
                base(settings, problems),
                credential(settings, "appId", problems),
                credential(settings, "apiKey", problems),
                credential(settings, "apiPassword", problems),
                perSecond(settings, problems)));
    }

    private static URI base(Settings settings, List<String> problems) {
        String text = settings.get("baseUrl").orElse(SERVER);
        Optional<String> problem = ServerAddress.problemOf(text, SERVER);
        problem.ifPresent(what -> problems.add("setting 'baseUrl' " + what));
        return ServerAddress.of(problem.isPresent() ? SERVER : text);
    }

    private static Secret credential(Settings settings, String name, List<String> problems) {
        Optional<Secret> secret =
                settings.secret(name).filter(one -> !one.reveal().isBlank());
        if (secret.isEmpty()) {
            problems.add("setting '" + name + "' is needed with api on. Kartra shows it under My Integrations");
        }
        return secret.orElse(NONE);
    }

    private static int perSecond(Settings settings, List<String> problems) {
        String text = settings.get("perSecond")
                .orElse(String.valueOf(MOST_PER_SECOND))
                .strip();
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_PER_SECOND) {
            return Integer.parseInt(text);
        }
        problems.add("setting 'perSecond' must be a number from 1 to " + MOST_PER_SECOND + " but was '" + text + "'");
        return 1;
    }
}
