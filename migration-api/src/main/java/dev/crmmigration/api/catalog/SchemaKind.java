package dev.crmmigration.api.catalog;

/** What kinds of schema a migration may need at the destination. */
public enum SchemaKind {
    /** A custom field; property {@link #TYPE} is the name of a {@link FieldType}. */
    FIELD,
    /** An option of a pick-list; property {@link #OF_FIELD} names the field by key or label. */
    OPTION,
    /** A pipeline. */
    PIPELINE,
    /** A stage; property {@link #OF_FIELD} names the field that holds it, {@link #OF_PIPELINE} its pipeline by label. */
    STAGE,
    /** A type of activity; property {@link #OF_FIELD} names the field that holds it. */
    ACTIVITY_TYPE,
    /** A saved filter; properties {@link #OF_FIELD} and {@link #OF_OPTION} name what it looks for. */
    FILTER;

    public static final String TYPE = "type";
    public static final String OF_FIELD = "field";
    public static final String OF_PIPELINE = "pipeline";
    public static final String OF_OPTION = "option";
}
