package dev.crmmigration.api.catalog;

import java.util.OptionalLong;

/**
 * Something that everybody should know about a platform before data are moved.
 *
 * @param title what it is, such as {@code automations per plan}
 * @param meaning what follows from it, in a sentence
 * @param counted what of the data it is about
 * @param limit how many of it this account may have, if there is such a limit
 * @param source where that is written, with the day on which it was read
 */
public record PlatformNote(String title, String meaning, Counted counted, OptionalLong limit, String source) {

    /** What is counted for a note. */
    public enum Counted {
        /** Nothing. */
        NOTHING,
        /** Automations that are to be rebuilt. */
        AUTOMATIONS,
        /** Custom fields that the plan makes. */
        CUSTOM_FIELDS,
        /** Records that are written. */
        RECORDS,
        /** Files that are attached. */
        FILES,
        /** Owners without a user. */
        OWNERS,
        /** References that lead nowhere. */
        BROKEN_LINKS,
        /** Names that are likely traces of behaviour. */
        TRACES
    }

    public static PlatformNote of(String title, String meaning, Counted counted, String source) {
        return new PlatformNote(title, meaning, counted, OptionalLong.empty(), source);
    }

    /** Returns the note with a limit. */
    public PlatformNote limited(long most) {
        return new PlatformNote(title, meaning, counted, OptionalLong.of(most), source);
    }
}
