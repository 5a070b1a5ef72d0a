package dev.crmmigration.connector.pipedrive;

/** The keys of elements of the schema: where it is, a colon, what the account calls it. */
final class SchemaKey {

    private static final String PIPELINE = "deal.pipeline";
    private static final String STAGE = "deal.stage";
    private static final String ACTIVITY_TYPE = "activity.type";
    private static final String LEAD_LABEL = "lead.label";
    private static final String FILTER = "filter";
    private static final String FIELD = ".field";
    private static final String OPTION = ".option";

    private SchemaKey() {}

    static String field(PipedriveObject object, String code) {
        return object.type().name() + FIELD + ":" + code;
    }

    static String option(PipedriveObject object, String code, String id) {
        return object.type().name() + OPTION + ":" + code + ":" + id;
    }

    static String pipeline(String id) {
        return PIPELINE + ":" + id;
    }

    static String stage(String id) {
        return STAGE + ":" + id;
    }

    static String activityType(String key) {
        return ACTIVITY_TYPE + ":" + key;
    }

    static String leadLabel(String id) {
        return LEAD_LABEL + ":" + id;
    }

    static String filter(String id) {
        return FILTER + ":" + id;
    }

    /** Returns what the account calls it: all after the first colon. */
    static String id(String key) {
        return key.substring(key.indexOf(':') + 1);
    }
}
