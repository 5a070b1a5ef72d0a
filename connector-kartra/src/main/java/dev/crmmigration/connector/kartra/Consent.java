package dev.crmmigration.connector.kartra;

import java.util.HashMap;
import java.util.Map;

/** Reads what a contact agreed to; the words and numbers of Kartra's help pages 15369017 and 15368635. */
final class Consent {

    static final String STATUS = "gdpr_status";
    static final String STATUS_RAW = "gdpr_status_raw";
    static final String COMMUNICATIONS = "gdpr_communications";
    static final String COMMUNICATIONS_RAW = "gdpr_communications_raw";

    private static final String UNKNOWN = "UNKNOWN";
    private static final Map<String, String> STATUSES = statuses();
    private static final Map<String, String> ANSWERS = Map.of(
            "yes",
            "YES",
            "true",
            "YES",
            "y",
            "YES",
            "accepted",
            "YES",
            "no",
            "NO",
            "false",
            "NO",
            "n",
            "NO",
            "not accepted",
            "NO",
            "unknown",
            UNKNOWN);

    private Consent() {}

    /** Puts one of a few words into the columns and keeps what stood there beside them. An empty cell is unknown. */
    static void complete(Row row, KartraSettings settings) {
        if (row.hasColumn(STATUS)) {
            String text = row.text(STATUS);
            row.put(STATUS_RAW, text);
            row.put(STATUS, text == null ? UNKNOWN : status(text, row));
        }
        if (row.hasColumn(COMMUNICATIONS)) {
            String text = row.text(COMMUNICATIONS);
            row.put(COMMUNICATIONS_RAW, text);
            row.put(COMMUNICATIONS, text == null ? UNKNOWN : answer(text, row, settings));
        }
    }

    private static String status(String text, Row row) {
        String known = STATUSES.get(Words.of(text));
        if (known == null) {
            row.repaired(STATUS, "unknown-word", text);
            return UNKNOWN;
        }
        return known;
    }

    /** Kartra's pages contradict each other about what a bare number means, so a person has to say it. */
    private static String answer(String text, Row row, KartraSettings settings) {
        boolean isNumber = text.equals("0") || text.equals("1");
        if (isNumber && !settings.agreed().isEmpty()) {
            return text.equals(settings.agreed()) ? "YES" : "NO";
        }
        String known = ANSWERS.get(Words.of(text));
        if (known == null) {
            row.repaired(COMMUNICATIONS, isNumber ? "unknown-polarity" : "unknown-word", text);
            return UNKNOWN;
        }
        return known;
    }

    private static Map<String, String> statuses() {
        Map<String, String> words = new HashMap<>();
        put(words, "OFF", "0", "off", "disabled");
        put(words, "NOT_SUBJECT", "1", "not subject", "not subject to gdpr");
        put(words, "ACCEPTED", "2", "accepted");
        put(words, "NOT_ACCEPTED", "3", "not accepted", "declined");
        put(words, UNKNOWN, "4", "unknown");
        put(words, "PENDING", "5", "pending");
        return Map.copyOf(words);
    }

    private static void put(Map<String, String> words, String status, String... names) {
        for (String name : names) {
            words.put(name, status);
        }
    }
}
