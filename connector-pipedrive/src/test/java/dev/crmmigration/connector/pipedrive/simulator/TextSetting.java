package dev.crmmigration.connector.pipedrive.simulator;

/** Settings that are texts. */
enum TextSetting {
    /** The client id of the app that uses OAuth. */
    CLIENT_ID("clientId", "simulator-client"),
    /** The secret of that app. */
    CLIENT_SECRET("clientSecret", "simulator-secret"),
    /** The refresh token that the app has at first. */
    REFRESH_TOKEN("refreshToken", "simulator-refresh-token"),
    /** What the app was granted, separated by spaces; by default everything that the simulated calls need. */
    SCOPES(
            "scopes",
            "base admin activities:full contacts:full deals:full leads:full products:full users:read search:read"
                    + " recents:read mail:read");

    private final String key;
    private final String standard;

    TextSetting(String key, String standard) {
        this.key = key;
        this.standard = standard;
    }

    String key() {
        return key;
    }

    String standard() {
        return standard;
    }
}
