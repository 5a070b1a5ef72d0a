package dev.crmmigration.api.connector;

import dev.crmmigration.api.error.ConfigurationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings of one connector in one migration. Immutable; its {@code toString} shows no secret. */
public final class Settings {

    private static final Settings NONE = new Settings(Map.of(), Map.of());

    private final Map<String, String> values;
    private final Map<String, Secret> secrets;

    private Settings(Map<String, String> values, Map<String, Secret> secrets) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
        this.secrets = Collections.unmodifiableMap(new TreeMap<>(secrets));
    }

    public static Settings none() {
        return NONE;
    }

    public static Settings of(String name, String value) {
        return NONE.with(name, value);
    }

    public static Settings of(Map<String, String> values) {
        return new Settings(values, Map.of());
    }

    /** Returns these settings with one more; a setting of that name is replaced. */
    public Settings with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Settings(more, secrets);
    }

    /** Returns these settings with one more that must not be shown. */
    public Settings secret(String name, String value) {
        Map<String, Secret> more = new TreeMap<>(secrets);
        more.put(name, Secret.of(value));
        return new Settings(values, more);
    }

    /** Returns the plain settings; secrets are not among them. */
    public Map<String, String> values() {
        return values;
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns a secret, wherever it was given: a plain setting of that name counts as well. */
    public Optional<Secret> secret(String name) {
        Secret secret = secrets.get(name);
        return secret != null ? Optional.of(secret) : get(name).map(Secret::of);
    }

    /**
     * Checks the settings against what a connector knows and fills in the defaults.
     *
     * @param connector the connector's name, for the message
     * @param known the settings that it knows
     * @return settings in which every known setting with a default has a value, and secrets are secrets
     * @throws ConfigurationException naming every unknown and every missing setting at once
     */
    public Settings checked(String connector, List<Setting> known) {
        List<String> problems = new ArrayList<>();
        for (String name : values.keySet()) {
            if (known.stream().noneMatch(setting -> setting.name().equals(name))) {
                List<String> names = known.stream().map(Setting::name).sorted().toList();
                problems.add("setting '" + name + "' is not known. Known are " + String.join(", ", names));
            }
        }
        Settings complete = this;
        for (Setting setting : known) {
            complete = complete.completedBy(setting, problems);
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException("connector '" + connector + "'", problems);
        }
        return complete;
    }

    private Settings completedBy(Setting setting, List<String> problems) {
        String name = setting.name();
        boolean given = setting.secret() ? secret(name).isPresent() : values.containsKey(name);
        if (!given && setting.required()) {
            problems.add("setting '" + name + "' is required but missing: " + setting.meaning());
        }
        if (!given && setting.defaultValue().isPresent()) {
            String value = setting.defaultValue().get();
            return setting.secret() ? secret(name, value) : with(name, value);
        }
        if (given && setting.secret() && values.containsKey(name)) {
            Map<String, String> plain = new TreeMap<>(values);
            String value = plain.remove(name);
            return new Settings(plain, secrets).secret(name, value == null ? "" : value);
        }
        return this;
    }

    @Override
    public String toString() {
        return "Settings[" + values.keySet() + ", secrets " + secrets.keySet() + "]";
    }
}
