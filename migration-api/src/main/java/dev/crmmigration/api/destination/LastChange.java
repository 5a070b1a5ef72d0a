package dev.crmmigration.api.destination;

import java.time.Instant;

/**
 * The last change of a record at the destination.
 *
 * @param at when, by the platform's clock
 * @param by who made it
 */
public record LastChange(Instant at, By by) {

    /** Who makes changes. */
    public enum By {
        /** Somebody in the platform's own pages or apps. */
        PERSON,
        /** Another program, an import or an automation. */
        APP,
        /** The platform does not tell. */
        UNKNOWN
    }
}
