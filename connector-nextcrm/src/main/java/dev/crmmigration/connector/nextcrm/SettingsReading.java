package dev.crmmigration.connector.nextcrm;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads settings and collects all that is wrong with them. Not thread-safe. */
final class SettingsReading {

    private final Settings settings;
    private final List<String> problems = new ArrayList<>();

    SettingsReading(Settings settings) {
        this.settings = settings;
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    String text(String name) {
        return settings.get(name).orElse("").strip();
    }

    String secret(String name) {
        return settings.secret(name).map(secret -> secret.reveal()).orElse("");
    }

    String required(String name, String when) {
        String value = text(name);
        if (value.isEmpty()) {
            problem("setting '" + name + "' is missing, which " + when + " needs");
        }
        return value;
    }

    String oneOf(String name, List<String> words) {
        String word = text(name);
        if (!words.contains(word)) {
            problem("setting '" + name + "' must be one of " + String.join(" ", words) + " but was '" + word + "'");
        }
        return word;
    }

    String shaped(String name, String shape, String words) {
        String value = text(name);
        if (!value.isEmpty() && !value.matches(shape)) {
            problem("setting '" + name + "' must be " + words + " but was '" + value + "'");
        }
        return value;
    }

    int number(String name, int least, int most) {
        String value = text(name);
        if (value.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        problem("setting '" + name + "' must be a number from " + least + " to " + most + " but was '" + value + "'");
        return least;
    }

    Duration duration(String name) {
        try {
            Duration duration = Duration.parse(text(name));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Said below, as for a negative one
        }
        problem("setting '" + name + "' must be an ISO 8601 duration such as PT10M but was '" + text(name) + "'");
        return Duration.ZERO;
    }

    /** Returns the items of a list with commas. */
    Set<String> items(String name) {
        Set<String> items = new LinkedHashSet<>();
        for (String item : text(name).split(",", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    void problem(String words) {
        problems.add(words);
    }

    /** @throws ConfigurationException if anything was wrong */
    void check() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException("connector 'nextcrm'", problems);
        }
    }
}
