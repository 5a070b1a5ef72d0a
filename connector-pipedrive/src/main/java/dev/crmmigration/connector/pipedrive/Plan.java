package dev.crmmigration.connector.pipedrive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The plans, and what they allow: Pipedrive, "Rate limiting", pipedrive.readme.io/docs/core-api-concepts-rate-limiting,
 * read 2026-09-17. Bursts are those of an API token.
 */
enum Plan {
    LITE(1, 20),
    GROWTH(2, 40),
    PREMIUM(5, 100),
    ULTIMATE(7, 120);

    private static final long TOKENS_PER_SEAT = 30_000;

    private final long multiplier;
    private final long burst;

    Plan(long multiplier, long burst) {
        this.multiplier = multiplier;
        this.burst = burst;
    }

    static Optional<Plan> named(String name) {
        return Arrays.stream(values())
                .filter(plan -> plan.settingName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Plan::settingName).collect(Collectors.joining(", "));
    }

    String settingName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the tokens that an account may spend on one day. */
    long dailyTokens(int seats) {
        return TOKENS_PER_SEAT * multiplier * seats;
    }

    /** Returns the calls that a token may make in any two seconds. */
    long burst() {
        return burst;
    }
}
