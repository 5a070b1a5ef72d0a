package dev.crmmigration.examples.cli.crash;

import static dev.crmmigration.examples.cli.crash.Destinations.FRESHSALES;
import static dev.crmmigration.examples.cli.crash.Destinations.FRESHSALES_IN_BULK;
import static dev.crmmigration.examples.cli.crash.Destinations.PIPEDRIVE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Faults that pass, or that a person mends: in the end each record must be there once. */
enum Faults {
    RESET_BEFORE_SEND(rule("'every': 4, 'action': 'reset'")),
    RESET_AFTER_COMMIT(rule("'every': 3, 'action': 'reset-after-commit'")),
    EVERY_ANSWER_LOST_FOR_A_WHILE(rule("'count': 9, 'action': 'reset-after-commit'")),
    SERVER_ERROR(rule("'every': 4, 'action': 'status', 'status': 503")),
    SERVER_ERROR_AFTER_COMMIT(rule("'every': 3, 'action': 'status-after-commit', 'status': 502")),
    BURST_WITH_HEADER(rule("'every': 3, 'action': 'burst-429'"), Map.of("retryAfter", "on"), PIPEDRIVE),
    BURST_WITHOUT_HEADER(
            rule("'every': 3, 'action': 'burst-429'"), Map.of("burstBody", "empty", "retryAfter", "off"), PIPEDRIVE),
    BURST(rule("'every': 3, 'action': 'burst-429'"), Map.of(), FRESHSALES, FRESHSALES_IN_BULK),
    DAY_EXHAUSTED(rule("'nth': 7, 'action': 'daily-429'")),
    HOUR_EXHAUSTED_BY_A_MOMENT(
            rule("'nth': 3, 'action': 'daily-429'"), Map.of("rateReset", "epoch"), FRESHSALES, FRESHSALES_IN_BULK),
    BLOCKED_AS_HTML(rule("'nth': 6, 'action': 'html-403'")),
    UNAUTHORIZED(rule("'nth': 8, 'action': '401'")),
    TRUNCATED_JSON(rule("'every': 3, 'action': 'truncate'")),
    MALFORMED_JSON(rule("'every': 4, 'action': 'null-body'")),
    LAGGING_LISTS(rule("'every': 3, 'action': 'reset-after-commit'"), Map.of("lag", "PT3S"), PIPEDRIVE),
    READS_FAIL_TOO("[{'method': 'POST', 'every': 4, 'action': 'reset-after-commit'},{'method': 'GET', 'path':"
            + " 'LISTS', 'every': 2, 'action': 'status', 'status': 500}]"),
    CREATED_TWO_HUNDRED_AND_ONE(
            rule("'every': 3, 'action': 'reset-after-commit'"), Map.of("createStatus", "201"), PIPEDRIVE),
    JOB_FAILS_FOR_SOME(job("'next': 'fail-some', 'every': 2"), Map.of(), FRESHSALES_IN_BULK),
    JOB_FAILS_AND_TELLS(job("'next': 'fail-some', 'items': [1]"), Map.of("jobData", "detailed"), FRESHSALES_IN_BULK),
    JOB_FAILS_FOR_ALL(job("'next': 'fail-all'"), Map.of(), FRESHSALES_IN_BULK),
    JOB_NEVER_ENDS(job("'next': 'never-ends'"), Map.of(), FRESHSALES_IN_BULK),
    JOB_NEVER_SAYS(job("'next': 'never-says'"), Map.of(), FRESHSALES_IN_BULK),
    JOB_FORGOTTEN(job("'next': 'forgotten'"), Map.of(), FRESHSALES_IN_BULK),
    JOB_LOST_BEFORE_IT_WAS_MADE(bulk("'action': 'reset'"), Map.of(), FRESHSALES_IN_BULK),
    JOB_LOST_AFTER_IT_WAS_MADE(bulk("'action': 'reset-after-commit'"), Map.of(), FRESHSALES_IN_BULK),
    JOB_ANSWERED_IN_PARTS(bulk("'action': 'truncate'"), Map.of(), FRESHSALES_IN_BULK),
    JOB_WHOSE_STATUS_CANNOT_BE_READ(
            "[{'method': 'GET', 'path': 'job_statuses', 'count': 3, 'action': 'reset'}]", Map.of(), FRESHSALES_IN_BULK),
    JOB_TAKES_LONG("[]", Map.of("jobSeconds", "300"), FRESHSALES_IN_BULK),
    JOB_KNOWS_NO_KEYS("[]", Map.of("upsertKeys", "documented"), FRESHSALES_IN_BULK);

    private final String script;

    @SuppressWarnings("ImmutableEnumChecker") // only ever made by Map.of
    private final Map<String, String> settings;

    @SuppressWarnings("ImmutableEnumChecker") // only ever made by List.of
    private final List<Destinations> of;

    Faults(String script) {
        this(script, Map.of(), Destinations.values());
    }

    Faults(String script, Map<String, String> settings, Destinations... of) {
        this.script = script.replace('\'', '"');
        this.settings = settings;
        this.of = List.of(of);
    }

    private static String rule(String members) {
        return "[{'method': 'POST', 'path': 'CREATES', " + members + "}]";
    }

    /** Returns what goes wrong with the answers of the first two calls that make jobs. */
    private static String bulk(String members) {
        return "[{'method': 'POST', 'path': 'bulk_upsert$', 'count': 2, " + members + "}]";
    }

    /** Returns what goes wrong with all jobs. */
    private static String job(String members) {
        return "[{'method': 'POST', 'path': 'bulk_upsert$', 'every': 1, 'action': 'edit', 'body': {'object': 'jobs', "
                + members + "}}]";
    }

    /** Returns the faults that a destination can have. */
    static List<Faults> of(Destinations destination) {
        return Arrays.stream(values())
                .filter(fault -> fault.of.contains(destination))
                .toList();
    }

    /** Tells whether it is a fault of jobs, of which a migration makes few. */
    boolean isOfJobs() {
        return name().startsWith("JOB_");
    }

    String script(Platform platform) {
        return script.replace("CREATES", platform.creates()).replace("LISTS", platform.lists());
    }

    /** Returns how the account is set up for this. */
    Map<String, String> settings() {
        return settings;
    }
}
