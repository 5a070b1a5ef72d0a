package dev.crmmigration.engine.internal.audit;

import org.jspecify.annotations.Nullable;

/** One entry of the table while its rows are read: what stands beside the text must agree with it. */
final class JdbcEntry {

    private final long number;
    private final StringBuilder text = new StringBuilder();
    private String hash = "";
    private long parts;
    private String disagrees = "";

    JdbcEntry(long number) {
        this.number = number;
    }

    void add(long part, @Nullable String partText, @Nullable String partHash) {
        if (part != parts) {
            disagrees = " part " + parts + " is missing";
        }
        if (parts > 0 && !hash.equals(partHash)) {
            disagrees = " parts have several hashes";
        }
        parts++;
        hash = String.valueOf(partHash);
        text.append(partText);
    }

    /** Returns the text, which is no event any more if something disagrees with it. */
    String text() {
        boolean agrees = disagrees.isEmpty()
                && text.indexOf("{\"sequence\":" + number + ",") == 0
                && text.toString().endsWith(",\"hash\":\"" + hash + "\"}");
        return agrees ? text.toString() : text + disagrees + " in row " + number + " with hash " + hash;
    }
}
