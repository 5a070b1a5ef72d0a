package dev.crmmigration.api.destination;

import java.util.List;

/**
 * What takes the place of a trigger or an action of other platforms.
 *
 * @param part whether it starts automations, limits them or is done by them
 * @param words words of which one names it elsewhere, in small letters; the beginning of a word is enough
 * @param equivalent what people choose at this platform, as its pages call it
 * @param source where that is written, with the day on which it was read
 */
public record AutomationEquivalent(Part part, List<String> words, String equivalent, String source) {

    /** A part of an automation. */
    public enum Part {
        TRIGGER,
        CONDITION,
        ACTION
    }

    public AutomationEquivalent {
        words = List.copyOf(words);
    }
}
