package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Reads all settings before it complains, so that a person mends them in one go: {@link #check} throws what the readings
 * before it found. What cannot be read is given as something that fits. Not thread-safe.
 */
public final class SettingsReading {

    /** The largest number of a setting. */
    public static final long MOST = 1_000_000_000_000L;

    private final String connector;
    private final Settings settings;
    private final List<Setting> known;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param connector the platform's name, for the message
     * @param known the settings that the connector knows, whose defaults count for what is not given
     */
    public SettingsReading(String connector, Settings settings, List<Setting> known) {
        this.connector = connector;
        this.settings = settings;
        this.known = List.copyOf(known);
    }

    /** Notes what is wrong, as a sentence without a full stop that names the setting and no secret. */
    public void problem(String what) {
        problems.add(what);
    }

    /**
     * Throws if anything was wrong.
     *
     * @throws ConfigurationException naming all that is wrong, and no secret
     */
    public void check() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException("connector '" + connector + "'", problems);
        }
    }

    public boolean isGiven(String name) {
        return settings.get(name).isPresent();
    }

    public boolean isSecretGiven(String name) {
        return settings.secret(name).isPresent();
    }

    /** Returns a setting or its default, without blanks at the ends; empty text if there is neither. */
    public String text(String name) {
        return settings.get(name)
                .or(() -> known.stream()
                        .filter(setting -> setting.name().equals(name))
                        .findFirst()
                        .flatMap(Setting::defaultValue))
                .orElse("")
                .strip();
    }

    /**
     * Reads a secret that can be sent in a header.
     *
     * @param missing the problem if it is not given
     * @param unfit the problem if it holds anything else than visible ASCII
     */
    public Optional<Secret> secret(String name, String missing, String unfit) {
        Optional<Secret> given = settings.secret(name);
        if (given.isEmpty()) {
            problem(missing);
        } else if (!given.get().reveal().matches("[\\x21-\\x7e]+")) {
            problem(unfit);
            return Optional.empty();
        }
        return given;
    }

    /** Reads one of several words. */
    public <T> T word(String name, Function<String, Optional<T>> find, String words, T usual) {
        Optional<T> found = find.apply(text(name));
        if (found.isEmpty()) {
            problem("setting '" + name + "' must be one of " + words + " but was '" + text(name) + "'");
        }
        return found.orElse(usual);
    }

    public boolean isOn(String name) {
        String value = text(name);
        if (!value.equals("on") && !value.equals("off")) {
            problem("setting '" + name + "' must be on or off but was '" + value + "'");
        }
        return value.equals("on");
    }

    /** Reads a number or {@code none}; {@code usual} if it is not given. */
    public OptionalLong cap(String name, OptionalLong usual) {
        if (!isGiven(name)) {
            return usual;
        }
        return text(name).equals("none") ? OptionalLong.empty() : OptionalLong.of(number(name, 0, MOST));
    }

    public long number(String name, long least, long most) {
        try {
            long number = Long.parseLong(text(name));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, in the same words as a number out of range
        }
        problem("setting '" + name + "' must be a whole number from " + least + " to " + most + " but was '"
                + text(name) + "'");
        return least;
    }

    public Duration duration(String name) {
        try {
            Duration duration = Duration.parse(text(name));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Told below, in the same words as a negative duration
        }
        problem("setting '" + name + "' must be an ISO duration such as PT5S but was '" + text(name) + "'");
        return Duration.ZERO;
    }
}
