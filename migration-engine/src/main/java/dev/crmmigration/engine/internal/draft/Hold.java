package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.mapping.FieldMapping;

/**
 * Why a record waits.
 *
 * @param reason what kind of thing is missing
 * @param field the field of the destination that needs it
 * @param detail names what is missing, for the workspace only: it may be an e-mail address
 */
public record Hold(Reason reason, String field, String detail) {

    /** What kind of thing is missing. */
    public enum Reason {
        /** A record that it refers to: the mapping gives none under that key. */
        REFERENCE,
        /** A record that it refers to was refused or waits itself. */
        BLOCKED,
        /** A user of the destination. */
        OWNER,
        /** The content of a file. */
        CONTENT,
        /** A destination that takes files as large as this one. */
        TOO_LARGE,
        /** A value that no value map knows. */
        VALUE,
        /** An option that the pick-list does not have. */
        OPTION,
        /** An object that the destination does not have. */
        OBJECT,
        /** A field that the destination does not have. */
        FIELD,
        /** A value that a function cannot make sense of. */
        FUNCTION,
        /** The record itself: it was there, and somebody has taken it away. */
        GONE
    }

    /** Returns why a file waits that is larger than the destination takes. */
    public static Hold tooLarge(long size, long most) {
        return new Hold(
                Reason.TOO_LARGE,
                FieldMapping.CONTENT,
                "it has " + size + " bytes, and the destination takes " + most
                        + ". Let it be split or linked to (largeFiles), or raise the limit of the destination");
    }

    /** Gives the code that reports and the journal group by. */
    public String code() {
        return reason.name() + " " + field;
    }

    /** Gives reason and field; the detail may be personal. */
    @Override
    public String toString() {
        return code();
    }
}
