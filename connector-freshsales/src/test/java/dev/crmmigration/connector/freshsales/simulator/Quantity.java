package dev.crmmigration.connector.freshsales.simulator;

/** Settings that are whole numbers from 0. */
enum Quantity {
    /** Active users; storage grows with them. */
    SEATS("seats", 1),
    /** Calls an hour in place of the plan's; 0 leaves it to the plan. */
    CALLS_PER_HOUR("callsPerHour", 0),
    /** Calls a minute; 0 is no limit. */
    CALLS_PER_MINUTE("callsPerMinute", 400),
    /** Seconds until a bulk job is carried out. */
    JOB_SECONDS("jobSeconds", 4),
    /** Records that a bulk upsert may have. */
    BULK_RECORDS("bulkRecords", 100),
    /** Bytes that a file may have. */
    MAX_FILE_BYTES("maxFileBytes", 150 * 1024 * 1024),
    /** Bytes of all files together in place of the plan's; 0 leaves it to the plan. */
    STORAGE_BYTES("storageBytes", 0),
    /** Bytes of all files together whose content is kept, also in the state file; of others only size and hash are. */
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
