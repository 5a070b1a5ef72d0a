package dev.crmmigration.testkit.openapi;

/** The rules that are none of JSON Schema. */
final class Rules {

    /** The document has no such operation. */
    static final String OPERATION = "operation";

    /** The operation has no such parameter. */
    static final String UNKNOWN_PARAMETER = "unknown-parameter";

    /** The schema of the body has no such member. */
    static final String UNKNOWN_MEMBER = "unknown-member";

    /** A parameter, a member or a body is missing. */
    static final String REQUIRED = "required";

    /** A value is null although the document does not say that it may be; otherwise this would be {@code type}. */
    static final String NULL = "null";

    /** The body is of another content type, or there should be none. */
    static final String CONTENT_TYPE = "content-type";

    /** The body is not what its content type says. */
    static final String SYNTAX = "syntax";

    /** The document does not know this status. */
    static final String STATUS = "status";

    private Rules() {}
}
