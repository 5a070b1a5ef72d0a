package dev.crmmigration.engine.internal.journal;

import java.util.Optional;

/** Counts the outcomes of a run, from the events since it began; each is looked at once. */
public final class RunTally {

    private final Journal journal;
    private final long begin;
    private long seen;
    private long tried;
    private long failed;

    public RunTally(Journal journal) {
        this.journal = journal;
        this.begin = journal.database().number("SELECT max(sequence) FROM event");
        this.seen = begin;
    }

    /** Counts what has come since the last call. What is held or in doubt is no outcome. */
    public void count() {
        journal.database()
                .first(
                        "SELECT count(*), count(CASE WHEN kind = 'failed' THEN 1 END), max(sequence) FROM event"
                                + " WHERE sequence > ? AND kind IN ('created', 'updated', 'resolved', 'deleted',"
                                + " 'failed')",
                        row -> {
                            tried += row.getLong(1);
                            failed += row.getLong(2);
                            seen = Math.max(seen, row.getLong(3));
                            return seen;
                        },
                        seen);
    }

    /** Returns how many effects came to an outcome. */
    public long tried() {
        return tried;
    }

    /** Returns how many of them were refused. */
    public long failed() {
        return failed;
    }

    /** Returns the reason that most of them share; of a vendor's own words nothing is told here. */
    public Optional<String> mostFrequentReason() {
        return journal.database()
                .first(
                        "SELECT json_extract(attributes, '$.reason') AS reason FROM event WHERE sequence > ?"
                                + " AND kind = 'failed' GROUP BY reason ORDER BY count(*) DESC, reason LIMIT 1",
                        row -> String.valueOf(row.getString(1)),
                        begin)
                .filter(EventNames::areCodes);
    }
}
