package dev.crmmigration.api.destination;

import java.util.Optional;

/**
 * What a platform will hold for a value.
 *
 * @param value in the form that counts when two values are compared
 * @param loss what is lost by it, as a code such as {@code truncated-255}; empty if the form changed but not the meaning
 */
public record Stored(Object value, Optional<String> loss) {

    public static Stored as(Object value) {
        return new Stored(value, Optional.empty());
    }

    public static Stored losing(Object value, String loss) {
        return new Stored(value, Optional.of(loss));
    }

    /** Says whether something is lost, not what is held, which may be personal data. */
    @Override
    public String toString() {
        return "Stored[" + loss.orElse("nothing lost") + "]";
    }
}
