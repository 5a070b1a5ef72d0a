package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.destination.ServerAddress;
import dev.crmmigration.toolkit.destination.SettingsReading;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The settings of this connector, checked.
 *
 * @param baseUrl the address of the account, with the path of its alias
 * @param apiKey the key of an admin
 * @param plan the account's plan
 * @param seats the account's active users
 * @param limited whether calls are held to the plan's limits
 * @param evenly whether the calls of an hour are spread over it
 * @param callsPerHour the calls that may be made within any hour, those of others left out
 * @param visibleAfter how long it may take until a new record is on a list page
 * @param concurrency how many calls may be under way at once
 * @param customFieldCap the most custom fields of one object; empty if they are not limited
 * @param storage the bytes that all files may have together; empty if they are not limited
 * @param maxFileBytes the largest file that is sent
 * @param zone the account's time zone, in which it shows moments
 * @param multiSelect how several choices of one field are written
 * @param bulk the objects that are created in bulk
 * @param jobLook when a bulk job is first asked for its status
 * @param jobPatience how long a bulk job may say nothing before it is given up
 * @param forgets whether deleted records go for good instead of into the recycle bin
 */
record FreshsalesSettings(
        URI baseUrl,
        Secret apiKey,
        Plan plan,
        long seats,
        boolean limited,
        boolean evenly,
        long callsPerHour,
        Duration visibleAfter,
        int concurrency,
        OptionalLong customFieldCap,
        OptionalLong storage,
        long maxFileBytes,
        ZoneId zone,
        SeveralCodec multiSelect,
        Set<FreshsalesObject> bulk,
        Duration jobLook,
        Duration jobPatience,
        boolean forgets) {

    private static final String EXAMPLE = "https://company.myfreshworks.com/crm/sales";
    private static final long MAX_FILE = 150L * 1024 * 1024;

    private static final String BULK_NAMES = "contact, sales_account, deal";

    static final List<Setting> KNOWN = List.of(
            Setting.required("baseUrl", "Address of the account with the path of its alias, such as " + EXAMPLE),
            Setting.secret("apiKey", "API key of an admin (profile > API settings)"),
            Setting.optional("plan", "Plan of the account: " + Plan.names(), Plan.GROWTH.settingName()),
            Setting.optional("seats", "Number of active users, from 1 to 100000", "1"),
            Setting.optional("limits", "Whether calls keep to the limits of the plan: on or off", "on"),
            Setting.optional(
                    "pace",
                    "even: the calls of an hour are spread over it, so that others always find some; fast: they are made"
                            + " as fast as the limit of a minute lets them",
                    "even"),
            Setting.optional("headroom", "Percent of the calls of an hour left to others, from 0 to 90", "0"),
            Setting.optional("callsPerHour", "Calls of an hour if they are not those of the plan"),
            Setting.optional(
                    "visibleAfter", "Time until a new record is surely on a list page, as an ISO duration", "PT5S"),
            Setting.optional("concurrency", "Calls under way at once, from 1 to 64", "4"),
            Setting.optional(
                    "customFieldCap", "Custom fields that an object may have if not those of the plan, or none"),
            Setting.optional("storageBytes", "Bytes that all files may have if not those of plan and seats, or none"),
            Setting.optional(
                    "maxFileBytes", "Largest file that is sent, in bytes; larger ones are refused", "" + MAX_FILE),
            Setting.optional(
                    "zone", "Time zone of the account, such as Europe/Berlin, for days that come as moments", "UTC"),
            Setting.optional(
                    "multiSelect", "How several choices of a field are written: " + SeveralCodec.names(), "array"),
            Setting.optional(
                    "bulk",
                    "What is created up to 100 a call if it carries a key of the migration, with commas between: none, "
                            + BULK_NAMES,
                    "none"),
            Setting.optional(
                    "jobLook", "Time until a bulk job is first asked for its status, as an ISO duration", "PT5S"),
            Setting.optional(
                    "jobPatience",
                    "Time until a bulk job that never ends, or whose answer was lost, is given up, as an ISO duration",
                    "PT15M"),
            Setting.optional(
                    "deletion",
                    "What a rollback does with contacts, accounts and deals: forget, for good; bin, into the recycle bin,"
                            + " where they may hold their unique values for 90 days",
                    "forget"));

    /**
     * Checks settings whose defaults are filled in.
     *
     * @throws ConfigurationException naming all that is wrong, and no secret
     */
    static FreshsalesSettings of(Settings settings) {
        SettingsReading reading = new SettingsReading("freshsales", settings, KNOWN);
        String url = reading.text("baseUrl");
        Optional<String> problem = ServerAddress.problemOfPath(url, EXAMPLE);
        problem.ifPresent(what -> reading.problem("setting 'baseUrl' " + what));
        Optional<Secret> key = reading.secret(
                "apiKey",
                "setting 'apiKey' is required but missing",
                "setting 'apiKey' must be the key as Freshsales shows it, without blanks");
        Plan plan = reading.word("plan", Plan::named, Plan.names(), Plan.GROWTH);
        long seats = reading.number("seats", 1, 100_000);
        boolean limited = reading.isOn("limits");
        boolean evenly = reading.word("pace", FreshsalesSettings::isEven, "even, fast", true);
        long headroom = reading.number("headroom", 0, 90);
        long calls = reading.isGiven("callsPerHour")
                ? reading.number("callsPerHour", 1, SettingsReading.MOST)
                : plan.callsPerHour();
        FreshsalesSettings read = new FreshsalesSettings(
                ServerAddress.withPath(problem.isEmpty() ? url : EXAMPLE),
                key.orElse(Secret.of("")),
                plan,
                seats,
                limited,
                evenly,
                Math.max(1, calls - calls * headroom / 100),
                reading.duration("visibleAfter"),
                (int) reading.number("concurrency", 1, 64),
                reading.cap("customFieldCap", OptionalLong.of(plan.customFields())),
                reading.cap("storageBytes", OptionalLong.of(plan.storage(seats))),
                reading.number("maxFileBytes", 1, Integer.MAX_VALUE),
                reading.word(
                        "zone", FreshsalesSettings::zone, "the zones of IANA, such as Europe/Berlin", ZoneId.of("UTC")),
                reading.word("multiSelect", SeveralCodec::named, SeveralCodec.names(), SeveralCodec.ARRAY),
                reading.word("bulk", FreshsalesSettings::objects, "none, " + BULK_NAMES, Set.of()),
                reading.duration("jobLook"),
                reading.duration("jobPatience"),
                reading.word("deletion", FreshsalesSettings::isForgetting, "forget, bin", true));
        reading.check();
        return read;
    }

    private static Optional<Boolean> isEven(String word) {
        return switch (word) {
            case "even" -> Optional.of(true);
            case "fast" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> isForgetting(String word) {
        return switch (word) {
            case "forget" -> Optional.of(true);
            case "bin" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Set<FreshsalesObject>> objects(String names) {
        if (names.equals("none")) {
            return Optional.of(Set.of());
        }
        Set<FreshsalesObject> objects = EnumSet.noneOf(FreshsalesObject.class);
        for (String name : names.split(",", -1)) {
            Optional<FreshsalesObject> object = Arrays.stream(FreshsalesObject.values())
                    .filter(known -> known.isParent() && known.envelope().equals(name.strip()))
                    .findFirst();
            if (object.isEmpty()) {
                return Optional.empty();
            }
            objects.add(object.get());
        }
        return Optional.of(objects);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Names the account: the host of its alias, and the path where several accounts share the host. */
    String account() {
        return "freshsales:" + baseUrl.getAuthority() + baseUrl.getPath();
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "FreshsalesSettings[" + plan + ", " + seats + " seats]";
    }
}
