package dev.crmmigration.connector.pipedrive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The plans, and what they allow. Calls: Pipedrive, "Rate limiting",
 * pipedrive.readme.io/docs/core-api-concepts-rate-limiting, read 2026-09-17. Custom fields, open deals and leads:
 * Pipedrive, "Usage limits in Pipedrive", support.pipedrive.com, read 2026-09; automations and sequences: the same, and
 * "Automation limits in Pipedrive", read 2026-11-22.
 */
enum Plan {
    LITE(1, 20, 30, 2_500, 0, 0),
    GROWTH(2, 40, 100, 5_000, 50, 5),
    PREMIUM(5, 100, 300, 15_000, 150, 25),
    ULTIMATE(7, 120, 500, 20_000, 250, 50);

    private static final long TOKENS_PER_SEAT = 30_000;
    private static final long OAUTH_FACTOR = 4;
    private static final long MOST_OPEN_DEALS = 300_000;

    private final long multiplier;
    private final long burst;
    private final long customFields;
    private final long openDealsPerSeat;
    private final long automations;
    private final long sequences;

    Plan(long multiplier, long burst, long customFields, long openDealsPerSeat, long automations, long sequences) {
        this.multiplier = multiplier;
        this.burst = burst;
        this.customFields = customFields;
        this.openDealsPerSeat = openDealsPerSeat;
        this.automations = automations;
        this.sequences = sequences;
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

    /** Returns the calls that a token may make in any two seconds: of an API token, or one of an app and its user. */
    long burst(boolean isOAuth) {
        return isOAuth ? burst * OAUTH_FACTOR : burst;
    }

    /** Returns the custom fields that an account may have, of all objects together. */
    long customFields() {
        return customFields;
    }

    /** Returns how many automations a company may have active; 0 if the plan has none. */
    long automations() {
        return automations;
    }

    /** Returns how many sequences a company may have. */
    long sequences() {
        return sequences;
    }

    /** Returns the open deals and leads that an account may have. */
    long openDeals(int seats) {
        return Math.min(MOST_OPEN_DEALS, openDealsPerSeat * seats);
    }
}
