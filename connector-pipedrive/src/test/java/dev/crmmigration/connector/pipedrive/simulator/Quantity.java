package dev.crmmigration.connector.pipedrive.simulator;

/** Settings that are whole numbers from 0. */
enum Quantity {
    /** Seats that are paid for. */
    SEATS("seats", 1),
    /** Tokens a day bought on top of the plan. */
    TOP_UP("topUp", 0),
    /** Tokens a day in place of the plan's; 0 leaves it to the plan. */
    DAILY_BUDGET("dailyBudget", 0),
    /** How many 429s in a row make the gateway block the client for a minute; 0 never. */
    BLOCK_AFTER("blockAfter", 10),
    /** Notes that a deal may have; 0 is no cap. */
    NOTES_PER_DEAL("notesPerDeal", 0),
    /** Labels that a deal may have; 0 is no cap. */
    LABELS_PER_DEAL("labelsPerDeal", 0),
    /** Activity types that the company may have; 0 is no cap. */
    ACTIVITY_TYPES("activityTypes", 0),
    /** Seconds until a conversion of a lead or a deal is carried out. */
    CONVERSION_SECONDS("conversionSeconds", 0),
    /** Filters that the company may have; 0 is no cap. */
    FILTERS("filters", 0),
    /** Relationships between organizations that the company may have; 0 is no cap. */
    ORGANIZATION_RELATIONSHIPS("organizationRelationships", 0),
    /** Minutes that an access token of OAuth is good; 0 is for ever. */
    ACCESS_TOKEN_MINUTES("accessTokenMinutes", 60),
    /** Webhooks that a user may have. */
    WEBHOOKS("webhooks", 40),
    /** Bytes that a file may have; 0 is no cap. No document tells, 50 MB is often heard. */
    MAX_FILE_BYTES("maxFileBytes", 50 * 1024 * 1024),
    /** Bytes of all uploaded files together whose content is kept, also in the state file; of others only size and hash are. */
    KEPT_FILE_BYTES("keptFileBytes", 64 * 1024 * 1024);

    private final String key;
    private final int standard;

    Quantity(String key, int standard) {
        this.key = key;
        this.standard = standard;
    }

    String key() {
        return key;
    }

    int standard() {
        return standard;
    }
}
