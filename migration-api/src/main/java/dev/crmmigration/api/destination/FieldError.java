package dev.crmmigration.api.destination;

/**
 * Why a platform refused something.
 *
 * @param field the field that it refused, or empty text if it is the whole record
 * @param code the platform's code or ours, in capitals; it never holds a value
 * @param remedy what a person can do about it; it may quote the platform, so it stays in the workspace
 */
public record FieldError(String field, String code, String remedy) {

    /** Gives field and code; what the platform says may hold personal data. */
    @Override
    public String toString() {
        return field.isEmpty() ? code : code + " (" + field + ")";
    }
}
