package dev.crmmigration.connector.pipedrive.simulator;

import org.jspecify.annotations.Nullable;

/** Ends a request with an error of Pipedrive's. Has no stack trace: it is an answer, not a defect. */
final class ApiException extends RuntimeException {

    private final int status;
    private final String code;
    private final @Nullable String fieldCode;

    private ApiException(int status, String code, String message, @Nullable String fieldCode) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.fieldCode = fieldCode;
    }

    static ApiException of(int status, String code, String message) {
        return new ApiException(status, code, message, null);
    }

    static ApiException badRequest(String message) {
        return of(400, "ERR_BAD_REQUEST", message);
    }

    /**
     * Names all parameters that are wrong.
     *
     * @param fieldCode the first wrong custom field, if any
     */
    static ApiException invalid(String problems, @Nullable String fieldCode) {
        return new ApiException(400, "ERR_SCHEMA_VALIDATION_FAILED", "Validation failed: " + problems, fieldCode);
    }

    static ApiException notFound() {
        return of(404, "ERR_NOT_FOUND", "Entity was not found");
    }

    static ApiException forbidden() {
        return of(403, "ERR_FORBIDDEN", "You do not have permission to perform this action");
    }

    /** Tells that the plan allows no more of something. */
    static ApiException capped(String feature, String message) {
        return of(403, "feature_capping_" + feature + "_limit", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    @Nullable
    String fieldCode() {
        return fieldCode;
    }
}
