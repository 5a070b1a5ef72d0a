package dev.crmmigration.connector.pipedrive.simulator;

/** What a company pays for (facts of 2026-09: rate limiting page, usage limits article). */
enum Plan {
    LITE(1, 20, 30, 2_500),
    GROWTH(2, 40, 100, 5_000),
    PREMIUM(5, 100, 300, 15_000),
    ULTIMATE(7, 120, 500, 20_000);

    private static final int OAUTH_FACTOR_OF_BURST = 4;
    private static final int MAX_OPEN_DEALS = 300_000;

    private final int budgetFactor;
    private final int burst;
    private final int customFields;
    private final int dealsPerSeat;

    Plan(int budgetFactor, int burst, int customFields, int dealsPerSeat) {
        this.budgetFactor = budgetFactor;
        this.burst = burst;
        this.customFields = customFields;
        this.dealsPerSeat = dealsPerSeat;
    }

    /** Returns the tokens of a day. */
    long dailyBudget(int seats) {
        return 30_000L * budgetFactor * seats;
    }

    /** Returns the requests of two seconds. */
    int burst(boolean oauth) {
        if (!oauth) {
            return burst;
        }
        // 80, 160, 400, 480 with OAuth against 20, 40, 100, 120 with an API token.
        return burst * OAUTH_FACTOR_OF_BURST;
    }

    /** Returns the custom fields of the whole company. */
    int customFields() {
        return customFields;
    }

    /** Returns the open deals of the whole company. */
    int openDeals(int seats) {
        return Math.min(MAX_OPEN_DEALS, dealsPerSeat * seats);
    }
}
