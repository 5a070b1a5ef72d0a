package dev.crmmigration.toolkit.linkage;

/**
 * Which enrollment a session belongs to, and how that is known.
 *
 * @param enrollment the enrollment, or empty text
 * @param origin how it is known
 */
public record PackageLink(String enrollment, Origin origin) {

    /** How a link is known. The export's own links are never changed. */
    public enum Origin {
        /** The export says it, and both belong to one client. */
        EXPLICIT("explicit"),
        /** One enrollment of the client fits. */
        UNIQUE("inferred-unique"),
        /** Of several that fit one fits clearly best. */
        SCORED("inferred-scored"),
        /** Of several that fit alike each got as many sessions as the export says that were used. */
        BALANCED("inferred-balanced"),
        /** It belongs to no package, and need not. */
        STANDALONE("standalone"),
        /** It should belong to one, but none fits, or none clearly. */
        UNLINKED("unlinked");

        private final String word;

        Origin(String word) {
            this.word = word;
        }

        /** Returns the word that stands in records. */
        public String word() {
            return word;
        }

        /** Tells whether it was worked out. */
        public boolean isInferred() {
            return this == UNIQUE || this == SCORED || this == BALANCED;
        }
    }
}
