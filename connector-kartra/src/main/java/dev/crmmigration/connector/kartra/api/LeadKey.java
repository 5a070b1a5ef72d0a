package dev.crmmigration.connector.kartra.api;

/**
 * What a contact is asked for by.
 *
 * @param field {@code id} or {@code email}
 * @param value its value
 */
public record LeadKey(String field, String value) {

    public static LeadKey id(String id) {
        return new LeadKey("id", id);
    }

    public static LeadKey email(String email) {
        return new LeadKey("email", email);
    }

    /** Leaves out the value. */
    @Override
    public String toString() {
        return "LeadKey[" + field + "]";
    }
}
