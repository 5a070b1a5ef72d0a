package dev.crmmigration.examples.cli.crash;

import java.util.Map;

/** Faults that pass, or that a person mends: in the end each record must be there once. */
enum Faults {
    RESET_BEFORE_SEND(rule("'every': 4, 'action': 'reset'")),
    RESET_AFTER_COMMIT(rule("'every': 3, 'action': 'reset-after-commit'")),
    EVERY_ANSWER_LOST_FOR_A_WHILE(rule("'count': 9, 'action': 'reset-after-commit'")),
    SERVER_ERROR(rule("'every': 4, 'action': 'status', 'status': 503")),
    SERVER_ERROR_AFTER_COMMIT(rule("'every': 3, 'action': 'status-after-commit', 'status': 502")),
    BURST_WITH_HEADER(rule("'every': 3, 'action': 'burst-429'"), Map.of("retryAfter", "on")),
    BURST_WITHOUT_HEADER(rule("'every': 3, 'action': 'burst-429'"), Map.of("burstBody", "empty", "retryAfter", "off")),
    DAY_EXHAUSTED(rule("'nth': 7, 'action': 'daily-429'")),
    BLOCKED_AS_HTML(rule("'nth': 6, 'action': 'html-403'")),
    UNAUTHORIZED(rule("'nth': 8, 'action': '401'")),
    TRUNCATED_JSON(rule("'every': 3, 'action': 'truncate'")),
    MALFORMED_JSON(rule("'every': 4, 'action': 'null-body'")),
    LAGGING_LISTS(rule("'every': 3, 'action': 'reset-after-commit'"), Map.of("lag", "PT3S")),
    READS_FAIL_TOO("[{'method': 'POST', 'every': 4, 'action': 'reset-after-commit'},{'method': 'GET', 'path':"
            + " '/(organizations|persons|deals|activities|notes)$', 'every': 2, 'action': 'status', 'status':"
            + " 500}]"),
    CREATED_TWO_HUNDRED_AND_ONE(rule("'every': 3, 'action': 'reset-after-commit'"), Map.of("createStatus", "201"));

    private final String script;
    private final Map<String, String> settings;

    Faults(String script) {
        this(script, Map.of());
    }

    Faults(String script, Map<String, String> settings) {
        this.script = script.replace('\'', '"');
        this.settings = settings;
    }

    private static String rule(String members) {
        return "[{'method': 'POST', 'path': '/(organizations|persons|deals|activities|notes)$', " + members + "}]";
    }

    String script() {
        return script;
    }

    /** Returns how the account is set up for this. */
    Map<String, String> settings() {
        return settings;
    }
}
