package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads all settings before it complains, so that a person mends them in one go. */
final class SettingsReading {

    private static final long MOST = 1_000_000_000_000L;

    private final Settings settings;
    private final List<String> problems = new ArrayList<>();

    SettingsReading(Settings settings) {
        this.settings = settings;
    }

    PipedriveSettings read() {
        return readFor(Optional.empty());
    }

    /** @param known how the connector would come in; empty if the settings say it */
    PipedriveSettings readFor(Optional<Access> known) {
        Optional<Access> access = known.or(() -> new AccessReading(settings, problems).read());
        Plan plan = plan();
        int seats = (int) number("seats", 1, 100_000);
        boolean limited = isOn("limits");
        int headroom = (int) number("headroom", 0, 90);
        long daily = isGiven("dailyBudget") ? number("dailyBudget", 1, MOST) : plan.dailyTokens(seats);
        Duration visibleAfter = duration("visibleAfter");
        int concurrency = (int) number("concurrency", 1, 64);
        OptionalLong fields = cap("customFieldCap", plan.customFields());
        OptionalLong deals = cap("openDealCap", plan.openDeals(seats));
        Visibility visibleTo = visibleTo();
        long maxFileBytes = number("maxFileBytes", 1, Integer.MAX_VALUE);
        if (access.isEmpty() || !problems.isEmpty()) {
            throw new ConfigurationException("connector 'pipedrive'", problems);
        }
        return new PipedriveSettings(
                access.get(),
                plan,
                seats,
                limited,
                headroom,
                daily,
                visibleAfter,
                concurrency,
                fields,
                deals,
                visibleTo,
                maxFileBytes);
    }

    private boolean isGiven(String name) {
        return settings.get(name).isPresent();
    }

    private String text(String name) {
        return text(settings, name);
    }

    static String text(Settings settings, String name) {
        return settings.get(name)
                .or(() -> PipedriveSettings.KNOWN.stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .flatMap(Setting::defaultValue))
                .orElse("")
                .strip();
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
            problems.add("setting 'visibleTo' must be one of " + Visibility.names() + " but was '" + text("visibleTo")
                    + "'");
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

    private OptionalLong cap(String name, long usual) {
        if (!isGiven(name)) {
            return OptionalLong.of(usual);
        }
        return text(name).equals("none") ? OptionalLong.empty() : OptionalLong.of(number(name, 0, MOST));
    }

    private long number(String name, long least, long most) {
        try {
            long number = Long.parseLong(text(name));
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
