package dev.crmmigration.engine.internal.matching;

import java.util.Locale;

/** What the records of an object stand for, whatever a platform calls them. */
public enum Kind {
    CONTACT,
    LEAD,
    COMPANY,
    DEAL,
    TASK,
    CALL,
    MEETING,
    NOTE,
    PRODUCT,
    TICKET,
    USER,
    OTHER;

    /** Returns the kind with a name in any case; {@link #OTHER} if there is none. */
    public static Kind named(String name) {
        for (Kind kind : values()) {
            if (kind.name().equals(name.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        return OTHER;
    }

    boolean isPerson() {
        return this == CONTACT || this == LEAD;
    }

    boolean isActivity() {
        return this == TASK || this == CALL || this == MEETING;
    }

    /** Returns how the lexicon marks what refers to records of this kind. */
    String link() {
        return "link_" + name().toLowerCase(Locale.ROOT);
    }
}
