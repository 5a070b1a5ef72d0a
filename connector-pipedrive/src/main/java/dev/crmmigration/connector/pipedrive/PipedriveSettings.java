package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.destination.SettingsReading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The settings of this connector, checked.
 *
 * @param access how the connector comes in
 * @param plan the account's plan
 * @param seats the account's paid seats
 * @param limited whether calls are held to the plan's limits
 * @param headroomPercent how much of the daily budget is left to others
 * @param dailyTokens the tokens that the account may spend on one day
 * @param visibleAfter how long it may take until a new record is on a list page
 * @param concurrency how many calls may be under way at once
 * @param customFieldCap the most custom fields that the account may have; empty if it is not limited
 * @param openDealCap the most open deals and leads that the account may have; empty if they are not limited
 * @param visibleTo who sees the records that are created
 * @param maxFileBytes the largest file that is sent
 */
record PipedriveSettings(
        Access access,
        Plan plan,
        int seats,
        boolean limited,
        int headroomPercent,
        long dailyTokens,
        Duration visibleAfter,
        int concurrency,
        OptionalLong customFieldCap,
        OptionalLong openDealCap,
        Visibility visibleTo,
        long maxFileBytes) {

    static final List<Setting> KNOWN = List.of(
            Setting.optional(
                    "baseUrl",
                    "Address of the account, such as https://company.pipedrive.com; required with apiToken, with OAuth"
                            + " the token server names it"),
            secret("apiToken", "API token of an admin of the account (Personal preferences > API)"),
            Setting.optional("oauthClientId", "Instead of apiToken: client id of an app that an admin installed"),
            secret("oauthClientSecret", "Client secret of that app"),
            secret("oauthRefreshToken", "Refresh token that the app got when it was installed"),
            Setting.optional(
                    "oauthTokenFile",
                    "File in which the newest refresh token is kept for the next session, for its owner only; without it"
                            + " a token that replaces the one of the settings is lost at the end"),
            secret("oauthAccessToken", "Access token that is still good; counts only together with baseUrl"),
            Setting.optional("oauthUrl", "Address of the server that gives tokens", "https://oauth.pipedrive.com"),
            Setting.optional("plan", "Plan of the account: " + Plan.names(), Plan.GROWTH.settingName()),
            Setting.optional("seats", "Number of paid seats, from 1 to 100000", "1"),
            Setting.optional("limits", "Whether calls keep to the limits of plan and seats: on or off", "on"),
            Setting.optional("headroom", "Percent of the daily budget left to other apps, from 0 to 90", "0"),
            Setting.optional(
                    "dailyBudget",
                    "Tokens of a day if they are not those of plan and seats, such as with a purchased top-up"),
            Setting.optional(
                    "visibleAfter", "Time until a new record is surely on a list page, as an ISO duration", "PT5S"),
            Setting.optional("concurrency", "Calls under way at once, from 1 to 64", "8"),
            Setting.optional(
                    "customFieldCap", "Custom fields that the account may have if not those of the plan, or none"),
            Setting.optional(
                    "openDealCap",
                    "Open deals and leads that the account may have if not those of plan and seats, or none"),
            Setting.optional(
                    "visibleTo",
                    "Who sees new records: " + Visibility.names() + " (account: as the account says)",
                    Visibility.ACCOUNT.settingName()),
            Setting.optional(
                    "maxFileBytes",
                    "Largest file that is sent, in bytes; larger ones are refused",
                    Long.toString(25L * 1024 * 1024)));

    private static Setting secret(String name, String meaning) {
        return new Setting(name, meaning, false, true, Optional.empty());
    }

    /**
     * Checks settings whose defaults are filled in.
     *
     * @throws ConfigurationException naming all that is wrong, and no secret
     */
    static PipedriveSettings of(Settings settings) {
        return of(settings, Optional.empty());
    }

    /**
     * Checks settings whose defaults are filled in.
     *
     * @param known how the connector would come in; empty if the settings say it
     * @throws ConfigurationException naming all that is wrong, and no secret
     */
    static PipedriveSettings of(Settings settings, Optional<Access> known) {
        SettingsReading reading = new SettingsReading("pipedrive", settings, KNOWN);
        Optional<Access> access = known.or(() -> new AccessReading(reading).read());
        Plan plan = reading.word("plan", Plan::named, Plan.names(), Plan.GROWTH);
        int seats = (int) reading.number("seats", 1, 100_000);
        boolean limited = reading.isOn("limits");
        int headroom = (int) reading.number("headroom", 0, 90);
        long daily = reading.isGiven("dailyBudget")
                ? reading.number("dailyBudget", 1, SettingsReading.MOST)
                : plan.dailyTokens(seats);
        Duration visibleAfter = reading.duration("visibleAfter");
        int concurrency = (int) reading.number("concurrency", 1, 64);
        OptionalLong fields = reading.cap("customFieldCap", OptionalLong.of(plan.customFields()));
        OptionalLong deals = reading.cap("openDealCap", OptionalLong.of(plan.openDeals(seats)));
        Visibility visibleTo = reading.word("visibleTo", Visibility::named, Visibility.names(), Visibility.ACCOUNT);
        long maxFileBytes = reading.number("maxFileBytes", 1, Integer.MAX_VALUE);
        reading.check();
        return new PipedriveSettings(
                access.orElseThrow(),
                plan,
                seats,
                limited,
                headroom,
                daily,
                visibleAfter,
                concurrency,
                fields,
                deals,
                visibleTo,
                maxFileBytes);
    }

    /** Returns the tokens of a day that are left to others. */
    long headroom() {
        return dailyTokens * headroomPercent / 100;
    }

    /** Returns the calls that the token may make in any two seconds. */
    long burst() {
        return plan.burst(access.isOAuth());
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "PipedriveSettings[" + plan + ", " + seats + " seats]";
    }
}
