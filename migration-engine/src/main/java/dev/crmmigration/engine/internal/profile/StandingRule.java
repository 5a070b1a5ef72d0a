package dev.crmmigration.engine.internal.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a field says about how a contact stands, as a line of {@code standings.txt}: the standing, a pattern for the name of
 * the field, and the values that say so, or {@code older than N days}.
 */
record StandingRule(String standing, Pattern names, Set<String> values, Duration age) {

    private static final Pattern AGE = Pattern.compile("older than (\\d+) days");
    private static final Duration NONE = Duration.ZERO;

    /** Reads the shipped rules. */
    static List<StandingRule> shipped() {
        try (InputStream in = StandingRule.class.getResourceAsStream("standings.txt")) {
            if (in == null) {
                throw new IllegalStateException("standings.txt is not on the class path");
            }
            List<StandingRule> rules = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> rules.add(parse(line)));
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read standings.txt", e);
        }
    }

    private static StandingRule parse(String line) {
        List<String> parts = List.of(line.split("\\s*;\\s*", -1));
        var age = AGE.matcher(parts.get(2));
        return new StandingRule(
                parts.get(0),
                Pattern.compile(parts.get(1)),
                age.matches() ? Set.of() : Set.of(parts.get(2).split("\\s*,\\s*", -1)),
                age.matches() ? Duration.ofDays(Long.parseLong(age.group(1))) : NONE);
    }

    boolean isFor(String field) {
        return names.matcher(field).matches();
    }

    boolean isByAge() {
        return !age.isZero();
    }

    boolean says(String value) {
        return values.contains(value);
    }

    boolean isStale(Instant last, Instant takenAt) {
        return last.isBefore(takenAt.minus(age));
    }

    /** Returns the condition in words. */
    String words() {
        return isByAge()
                ? "more than " + age.toDays() + " days before the export"
                : "says " + String.join(" or ", values.stream().sorted().toList());
    }
}
