package dev.crmmigration.connector.kartra.api;

/**
 * A list, sequence or membership of a contact.
 *
 * @param name what it is called
 * @param detail the step of a sequence or the level of a membership; empty text if there is none
 * @param isActive whether the contact is in it now; Kartra goes on naming what a contact left
 */
public record Held(String name, String detail, boolean isActive) {

    /** Leaves out the name. */
    @Override
    public String toString() {
        return "Held[active " + isActive + "]";
    }
}
