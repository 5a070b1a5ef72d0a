package dev.crmmigration.toolkit.mapping;

/** Names of Pipedrive that the mappings of every source use; a mapping names its destination and never imports it. */
public final class PipedriveNames {

    public static final String PLATFORM = "pipedrive";

    public static final String ORGANIZATION = "organization";
    public static final String PERSON = "person";
    public static final String DEAL = "deal";
    public static final String ACTIVITY = "activity";
    public static final String NOTE = "note";
    public static final String FILE = "file";

    /** One note takes about 100,000 bytes; room is left for its number and for what Pipedrive adds by itself. */
    public static final LongNotes NOTES = new LongNotes(NOTE, "content", 90_000, 4);

    public static final String LABELS = "label_ids";
    public static final String STAGE = "stage_id";

    private PipedriveNames() {}
}
