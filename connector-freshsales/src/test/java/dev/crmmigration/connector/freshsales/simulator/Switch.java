package dev.crmmigration.connector.freshsales.simulator;

import java.util.List;

/**
 * Settings with few answers. What nobody has documented is a switch, so that a client can be tried with each answer.
 *
 * <p>The first answer is the default.
 */
enum Switch {
    /** Whether calls above the limits are refused. */
    LIMITS("limits", "on", "off"),
    /** Whether the hour and the minute begin on the clock or with the oldest call that still counts. */
    WINDOW("window", "clock", "rolling"),
    /** What {@code x-ratelimit-reset} tells: the seconds that are left or the moment in seconds since 1970. */
    RATE_RESET("rateReset", "seconds", "epoch"),
    /** Whether the plan limits custom fields, storage and uploads. */
    CAPS("caps", "on", "off"),
    /** The language of the key's user, in which messages are written. */
    LANGUAGE("language", "en", "nl"),
    /** Whether the key belongs to an administrator; another one sees its own records alone, and others are answered with 403. */
    ADMIN("admin", "on", "off"),
    /** Whether two contacts may not have the same primary email. */
    UNIQUE_EMAIL("uniqueEmail", "on", "off"),
    /** Whether account names that differ in case only are the same. */
    ACCOUNT_NAME_CASE("accountNameCase", "insensitive", "sensitive"),
    /** Whether a record in the recycle bin still holds its unique values. */
    BIN_BLOCKS("binBlocks", "on", "off"),
    /** What happens to a value of a custom field that the account does not have. */
    UNKNOWN_CUSTOM_FIELD("unknownCustomField", "ignore", "reject"),
    /** What happens to a value that is no choice of its field. */
    UNKNOWN_CHOICE("unknownChoice", "reject", "null", "ignore"),
    /** How the values of a field with several choices are written and read. */
    MULTI_SELECT("multiSelect", "array", "semicolon"),
    /** What an update's emails do to those that are there. */
    EMAILS_ON_UPDATE("emailsOnUpdate", "replace", "add"),
    /** Whether {@code created_at} of a request is taken over. */
    CREATED_AT("createdAt", "ignored", "writable"),
    /** Whether {@code closed_date} of a deal can be written. */
    CLOSED_DATE("closedDate", "writable", "ignored"),
    /** Whether a probability that comes with another stage is overwritten by the stage's. */
    PROBABILITY_WITH_STAGE("probabilityWithStage", "follows", "kept"),
    /** The status of an upsert that has created a record. */
    UPSERT_CREATED("upsertCreated", "201", "200"),
    /** By which fields an upsert finds records: those in the documents, or all unique ones. */
    UPSERT_KEYS("upsertKeys", "unique", "documented"),
    /** What happens to a bulk upsert of more than 100 records. */
    BULK_OVERSIZE("bulkOversize", "reject", "truncate"),
    /** What happens to a second item with the key of an earlier one in the same bulk upsert. */
    BULK_DUPLICATES("bulkDuplicates", "update", "fail"),
    /** What the status of a job tells about its records. */
    JOB_DATA("jobData", "none", "counts", "detailed"),
    /** The word for a job that is done. */
    JOB_DONE("jobDone", "completed", "success", "finished"),
    /** Whether the scrolling lists of the Classic API are there. */
    SCROLL("scroll", "on", "off"),
    /** Whether a deleted record can be restored over the API. */
    RESTORE("restore", "on", "off"),
    /** Whether fields of the standard objects can be created over the API. */
    FIELD_CREATION("fieldCreation", "off", "on"),
    /** The status of a new sales activity. */
    SALES_ACTIVITY_CREATED("salesActivityCreated", "201", "200"),
    /** Whether a sales activity needs a start and an end. */
    SALES_ACTIVITY_DATES("salesActivityDates", "required", "optional"),
    /** The status of an upload that is too large. */
    FILE_TOO_LARGE("fileTooLarge", "400", "413"),
    /** Whether files and links can be deleted over the API. */
    FILE_DELETION("fileDeletion", "on", "off"),
    /** The status of a new document or link. */
    DOCUMENT_CREATED("documentCreated", "200", "201"),
    /** How the parent of an activity is shown: as a list or, as in older answers, as one object. */
    TARGETABLES("targetables", "list", "single");

    private final String key;
    private final String answers;

    Switch(String key, String... answers) {
        this.key = key;
        this.answers = String.join("|", answers);
    }

    String key() {
        return key;
    }

    List<String> answers() {
        return List.of(answers.split("\\|", -1));
    }
}
