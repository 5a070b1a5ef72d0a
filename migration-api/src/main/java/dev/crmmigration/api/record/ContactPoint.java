package dev.crmmigration.api.record;

/**
 * A way to reach somebody: an e-mail address or a phone number.
 *
 * @param value the address or number, never blank
 * @param label the platform's word for its kind, such as {@code work}
 * @param primary whether it is the first choice; at most one of a field is
 */
public record ContactPoint(String value, String label, boolean primary) {

    public ContactPoint {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a contact point needs a value");
        }
    }

    /** Says what kind it is, not where it leads. */
    @Override
    public String toString() {
        return "ContactPoint[" + label + (primary ? ", primary]" : "]");
    }
}
