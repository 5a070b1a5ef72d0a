package dev.crmmigration.connector.freshsales;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The plans, and what they allow: calls per hour of the whole account (support article 50000005599), custom fields per
 * object (50000002390), gigabytes per user for files (50000002563). Read 2026-10.
 */
enum Plan {
    FREE(1000, 0, 0),
    GROWTH(1000, 150, 2),
    PRO(2000, 250, 5),
    ENTERPRISE(5000, 630, 100);

    private static final long GIGABYTE = 1024L * 1024 * 1024;

    private final long callsPerHour;
    private final long customFields;
    private final long gigabytesPerUser;

    Plan(long callsPerHour, long customFields, long gigabytesPerUser) {
        this.callsPerHour = callsPerHour;
        this.customFields = customFields;
        this.gigabytesPerUser = gigabytesPerUser;
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

    long callsPerHour() {
        return callsPerHour;
    }

    /** Returns the most custom fields of one object. */
    long customFields() {
        return customFields;
    }

    /** Returns the bytes that all files of the account may have together. */
    long storage(long seats) {
        return Math.multiplyExact(gigabytesPerUser * GIGABYTE, seats);
    }
}
