package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.destination.Pricing.Chore;

/**
 * How many calls chores take: those that every account takes, and those that depend on what this one has. Thread-safe:
 * what was last seen counts.
 */
final class ChoreCalls {

    private static final int FORMS = 4;
    private static final int VIEWS = 3;

    /** Users, currencies, pipelines, stages and statuses of contacts, types and outcomes of activities. */
    private static final int LISTS = 7;

    private volatile int pipelines = 1;
    private volatile int selectors;
    private volatile boolean probes = true;

    /** Notes how many pipelines had to be asked for their stages. */
    void asked(int pipelinesAsked) {
        pipelines = pipelinesAsked;
    }

    /** Notes how many lists of choices the fields did not hold. */
    void selected(int selectorsAsked) {
        selectors = selectorsAsked;
    }

    /** Notes whether an account can be made of a name alone, so that one is tried. */
    void probed(boolean canProbe) {
        probes = canProbe;
    }

    /** An account is made, looked for on a page, and deleted. */
    int probing() {
        return probes ? 3 : 0;
    }

    int of(Chore chore) {
        return switch (chore) {
            case CATALOG -> LISTS + FORMS + VIEWS + pipelines + selectors;
            case SCHEMA_KEYS -> 2 + FORMS + pipelines;
            case PREFLIGHT -> 2 * VIEWS;
        };
    }
}
