package dev.crmmigration.toolkit.mapping;

/** Names of Freshsales that the mappings of every source use; a mapping names its destination and never imports it. */
public final class FreshsalesNames {

    public static final String PLATFORM = "freshsales";

    public static final String SALES_ACCOUNT = "sales_account";
    public static final String CONTACT = "contact";
    public static final String DEAL = "deal";
    public static final String APPOINTMENT = "appointment";
    public static final String TASK = "task";
    public static final String NOTE = "note";
    public static final String SALES_ACTIVITY = "sales_activity";

    /** What one note takes is not known; a piece fits the smallest column that it could stand in. */
    public static final LongNotes NOTES = new LongNotes(NOTE, "description", 60_000, 6);

    public static final String DOCUMENT = "document";
    public static final String DOCUMENT_LINK = "document_link";

    public static final FileForms FILES = new FileForms(DOCUMENT, DOCUMENT_LINK, NOTE, "description");

    public static final String OWNER = "owner_id";
    public static final String STAGE = "deal_stage_id";

    /** What hangs on a record names it by one of these, never by two. */
    public static final String OF_CONTACT = "contact_id";

    public static final String OF_SALES_ACCOUNT = "sales_account_id";
    public static final String OF_DEAL = "deal_id";

    private FreshsalesNames() {}
}
