package dev.crmmigration.api.source;

import java.util.Optional;

/**
 * Something that runs by itself at the source, and that a person builds anew at the destination.
 *
 * @param name what people call it
 * @param kind such as {@code reminder} or {@code sequence}; empty text if that is not known
 * @param status such as {@code active}; empty text if that is not known
 * @param trigger what starts it, in words; empty if the source does not tell
 * @param conditions what must hold, in words ({@code none} if nothing must); empty if the source does not tell
 * @param actions what it does, step by step with delays, in words; empty if the source does not tell
 */
public record Automation(
        String name,
        String kind,
        String status,
        Optional<String> trigger,
        Optional<String> conditions,
        Optional<String> actions) {

    /** Returns an automation of which only the name is known. */
    public static Automation named(String name) {
        return new Automation(name, "", "", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
