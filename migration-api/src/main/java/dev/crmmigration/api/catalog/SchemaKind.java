package dev.crmmigration.api.catalog;

/** What kinds of schema a migration may need at the destination. */
public enum SchemaKind {
    /** A custom field; property {@link #TYPE} is the name of a {@link FieldType}. */
    FIELD,
    /** An option of a pick-list; property {@link #OF_FIELD} names the field by key or label. */
    OPTION,
    /** A pipeline; property {@link #DEAL_PROBABILITY} is {@code true} if its records have a probability of their own. */
    PIPELINE,
    /**
     * A stage; property {@link #OF_FIELD} names the field that holds it, {@link #OF_PIPELINE} its pipeline by label,
     * {@link #PROBABILITY} its probability in percent, if it is to have one.
     */
    STAGE,
    /** A type of activity; property {@link #OF_FIELD} names the field that holds it. */
    ACTIVITY_TYPE,
    /** A saved filter; properties {@link #OF_FIELD} and {@link #OF_OPTION} name what it looks for. */
    FILTER;

    public static final String TYPE = "type";
    public static final String OF_FIELD = "field";
    public static final String OF_PIPELINE = "pipeline";
    public static final String OF_OPTION = "option";
    public static final String DEAL_PROBABILITY = "dealProbability";
    public static final String PROBABILITY = "probability";
}
