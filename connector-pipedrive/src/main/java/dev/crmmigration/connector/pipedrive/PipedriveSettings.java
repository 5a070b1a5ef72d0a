package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of this connector, checked.
 *
 * @param baseUrl scheme, host and port of the account
 * @param apiToken the token that is sent in the header {@code x-api-token}
 * @param plan the account's plan
 * @param seats the account's paid seats
 * @param limited whether calls are held to the plan's limits
 * @param headroomPercent how much of the daily budget is left to others
 * @param visibleAfter how long it may take until a new record is on a list page
 * @param concurrency how many calls may be under way at once
 * @param visibleTo who sees the records that are created
 * @param maxFileBytes the largest file that is sent
 */
record PipedriveSettings(
        URI baseUrl,
        Secret apiToken,
        Plan plan,
        int seats,
        boolean limited,
        int headroomPercent,
        Duration visibleAfter,
        int concurrency,
        Visibility visibleTo,
        long maxFileBytes) {

    static final List<Setting> KNOWN = List.of(
            Setting.required("baseUrl", "Address of the account, such as https://company.pipedrive.com"),
            Setting.secret("apiToken", "API token of an admin of the account (Personal preferences > API)"),
            Setting.optional("plan", "Plan of the account: " + Plan.names(), Plan.GROWTH.settingName()),
            Setting.optional("seats", "Number of paid seats, from 1 to 100000", "1"),
            Setting.optional("limits", "Whether calls keep to the limits of plan and seats: on or off", "on"),
            Setting.optional("headroom", "Percent of the daily budget left to other apps, from 0 to 90", "0"),
            Setting.optional(
                    "visibleAfter", "Time until a new record is surely on a list page, as an ISO duration", "PT5S"),
            Setting.optional("concurrency", "Calls under way at once, from 1 to 64", "8"),
            Setting.optional(
                    "visibleTo",
                    "Who sees new records: " + Visibility.names() + " (account: as the account says)",
                    Visibility.ACCOUNT.settingName()),
            Setting.optional(
                    "maxFileBytes",
                    "Largest file that is sent, in bytes; larger ones are refused",
                    Long.toString(25L * 1024 * 1024)));

    /**
     * Checks settings whose defaults are filled in.
     *
     * @throws ConfigurationException naming all that is wrong, and no secret
     */
    static PipedriveSettings of(Settings settings) {
        return new Reading(settings).read();
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "PipedriveSettings[" + baseUrl + ", " + plan + ", " + seats + " seats]";
    }

    /** Reads all settings before it complains, so that a person mends them in one go. */
    private static final class Reading {

        private final Settings settings;
        private final List<String> problems = new ArrayList<>();

        Reading(Settings settings) {
            this.settings = settings;
        }

        PipedriveSettings read() {
            URI url = baseUrl();
            Secret token = apiToken();
            Plan plan = plan();
            int seats = number("seats", 1, 100_000);
            boolean limited = isOn("limits");
            int headroom = number("headroom", 0, 90);
            Duration visibleAfter = duration("visibleAfter");
            int concurrency = number("concurrency", 1, 64);
            Visibility visibleTo = visibleTo();
            int maxFileBytes = number("maxFileBytes", 1, Integer.MAX_VALUE);
            if (url == null || token == null || !problems.isEmpty()) {
                throw new ConfigurationException("connector 'pipedrive'", problems);
            }
            return new PipedriveSettings(
                    url, token, plan, seats, limited, headroom, visibleAfter, concurrency, visibleTo, maxFileBytes);
        }

        private String text(String name) {
            return settings.get(name)
                    .or(() -> KNOWN.stream()
                            .filter(setting -> setting.name().equals(name))
                            .findFirst()
                            .flatMap(Setting::defaultValue))
                    .orElse("")
                    .strip();
        }

        private @Nullable URI baseUrl() {
            try {
                URI url = new URI(text("baseUrl"));
                Optional<String> problem = problemOf(url);
                if (problem.isEmpty()) {
                    return new URI(url.getScheme(), null, url.getHost(), url.getPort(), null, null, null);
                }
                problems.add("setting 'baseUrl' " + problem.get());
            } catch (URISyntaxException e) {
                problems.add("setting 'baseUrl' must be a URL such as https://company.pipedrive.com");
            }
            return null;
        }

        private static Optional<String> problemOf(URI url) {
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            String host = url.getHost();
            if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
                return Optional.of("must be a URL such as https://company.pipedrive.com");
            }
            if (scheme.equals("http") && !isLoopback(host)) {
                return Optional.of("must begin with https: the token would be sent in the clear");
            }
            boolean isRoot = url.getPath() == null || url.getPath().matches("/*");
            if (!isRoot || url.getQuery() != null || url.getFragment() != null || url.getUserInfo() != null) {
                return Optional.of("must end after the host, such as https://company.pipedrive.com");
            }
            return Optional.empty();
        }

        private static boolean isLoopback(String host) {
            return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
        }

        private @Nullable Secret apiToken() {
            Secret token = settings.secret("apiToken").orElse(Secret.of(""));
            if (!token.reveal().matches("[\\x21-\\x7e]+")) {
                problems.add("setting 'apiToken' must be the token as Pipedrive shows it, without blanks");
                return null;
            }
            return token;
        }

        private Plan plan() {
            Optional<Plan> plan = Plan.named(text("plan"));
            if (plan.isEmpty()) {
                problems.add("setting 'plan' must be one of " + Plan.names() + " but was '" + text("plan") + "'");
            }
            return plan.orElse(Plan.GROWTH);
        }

        private Visibility visibleTo() {
            Optional<Visibility> visibility = Visibility.named(text("visibleTo"));
            if (visibility.isEmpty()) {
                problems.add("setting 'visibleTo' must be one of " + Visibility.names() + " but was '"
                        + text("visibleTo") + "'");
            }
            return visibility.orElse(Visibility.ACCOUNT);
        }

        private boolean isOn(String name) {
            String value = text(name);
            if (!value.equals("on") && !value.equals("off")) {
                problems.add("setting '" + name + "' must be on or off but was '" + value + "'");
            }
            return value.equals("on");
        }

        private int number(String name, int least, int most) {
            try {
                int number = Integer.parseInt(text(name));
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below, in the same words as a number out of range
            }
            problems.add("setting '" + name + "' must be a whole number from " + least + " to " + most + " but was '"
                    + text(name) + "'");
            return least;
        }

        private Duration duration(String name) {
            try {
                Duration duration = Duration.parse(text(name));
                if (!duration.isNegative()) {
                    return duration;
                }
            } catch (DateTimeParseException e) {
                // Told below, in the same words as a negative duration
            }
            problems.add("setting '" + name + "' must be an ISO duration such as PT5S but was '" + text(name) + "'");
            return Duration.ZERO;
        }
    }
}
